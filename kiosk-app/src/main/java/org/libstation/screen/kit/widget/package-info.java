/// Widgets and base classes that several screens share. What only one screen shows belongs to the
/// package of that screen.
@NullMarked
package org.libstation.screen.kit.widget;

import org.jspecify.annotations.NullMarked;
