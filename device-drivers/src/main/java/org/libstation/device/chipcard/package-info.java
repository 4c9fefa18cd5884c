/// Cards with a chip, at a reader behind PC/SC or on a serial line; see README.md here.
///
/// The flow: [ChipCardReader] looks whether a card lies there, a [CardRecipe] reads what the site's
/// sheet says over a [CardTalk], the card is powered off and on and must still be the same one, and
/// a [NumberForm] makes of the bytes the number that the library knows.
@NullMarked
package org.libstation.device.chipcard;

import org.jspecify.annotations.NullMarked;
