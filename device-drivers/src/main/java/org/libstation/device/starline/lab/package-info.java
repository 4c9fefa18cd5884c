/// The twin (simulated device) of a Star printer. It shares no code with the driver.
@NullMarked
package org.libstation.device.starline.lab;

import org.jspecify.annotations.NullMarked;
