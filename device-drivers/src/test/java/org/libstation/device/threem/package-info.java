/// Tests of the driver of the 3M pads and its twin: printed frames as hex, damage, contract, real
/// lines.
@NullMarked
package org.libstation.device.threem;

import org.jspecify.annotations.NullMarked;
