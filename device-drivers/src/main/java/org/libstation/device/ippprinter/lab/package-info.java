/// The twin (simulated device) of a print server. It shares no code with the driver.
@NullMarked
package org.libstation.device.ippprinter.lab;

import org.jspecify.annotations.NullMarked;
