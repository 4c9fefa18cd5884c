/// What several screens are built of.
@NullMarked
package org.libstation.screen.widget;

import org.jspecify.annotations.NullMarked;
