/// The twin (simulated device) of a scanner on a serial line. It shares no code with the driver.
@NullMarked
package org.libstation.device.linescanner.lab;

import org.jspecify.annotations.NullMarked;
