/// Driver for chip cards, on a reader behind PC/SC or on a serial line; see README.md here. The
/// lines themselves (serial, PC/SC) are in `device.link`.
///
/// [ChipCardReader] asks whether a card lies there. A [CardRecipe] reads the data that the site's
/// sheet names, through a [CardTalk]. The card is powered off and on and must still be the same. A
/// [NumberForm] then turns the bytes into the number that the library knows.
@NullMarked
package org.libstation.device.chipcard;

import org.jspecify.annotations.NullMarked;
