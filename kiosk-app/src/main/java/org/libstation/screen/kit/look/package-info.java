/// Describes the look of every screen: panel, layout, sizes, colours, type and icons. Screen texts
/// and composed widgets do not belong here.
@NullMarked
package org.libstation.screen.kit.look;

import org.jspecify.annotations.NullMarked;
