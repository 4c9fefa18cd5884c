/// Belongs here: identifying the patron by a card, then by a PIN if the library asks for one.
@NullMarked
package org.libstation.screen.identify;

import org.jspecify.annotations.NullMarked;
