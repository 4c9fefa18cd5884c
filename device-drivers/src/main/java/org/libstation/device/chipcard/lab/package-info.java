/// The twins (simulated devices) of card readers on a serial line, cards for them, and the same
/// cards for a virtual PC/SC reader. They share no code with the driver.
@NullMarked
package org.libstation.device.chipcard.lab;

import org.jspecify.annotations.NullMarked;
