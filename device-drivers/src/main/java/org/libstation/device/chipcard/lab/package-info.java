/// The twin of a reader of cards on a serial line, cards for it, and the same cards for a virtual
/// reader of PC/SC.
@NullMarked
package org.libstation.device.chipcard.lab;

import org.jspecify.annotations.NullMarked;
