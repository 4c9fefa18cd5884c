/// What several screens are built of.
@NullMarked
package org.libstation.screen.kit.widget;

import org.jspecify.annotations.NullMarked;
