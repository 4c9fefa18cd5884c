/// The twin (simulated device) of the book drop: its slaves and registers as the bus sees them.
/// Unlike other twins, it shares frames and messages with the driver.
@NullMarked
package org.libstation.device.modbusbin.lab;

import org.jspecify.annotations.NullMarked;
