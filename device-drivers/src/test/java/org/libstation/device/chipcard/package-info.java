/// Tests of the reader of cards with a chip.
@NullMarked
package org.libstation.device.chipcard;

import org.jspecify.annotations.NullMarked;
