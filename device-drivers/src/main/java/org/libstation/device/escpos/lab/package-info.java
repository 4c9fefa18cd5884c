/// The twin (simulated device) of the receipt printer: its paper, its answers and its faults. It
/// shares no code with the driver.
@NullMarked
package org.libstation.device.escpos.lab;

import org.jspecify.annotations.NullMarked;
