/// Belongs here: typing an item's number by a keyboard on the screen, to place a hold.
@NullMarked
package org.libstation.screen.entry;

import org.jspecify.annotations.NullMarked;
