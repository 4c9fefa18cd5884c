/// The twins (simulated devices) of scanners that type. They share no code with the driver.
@NullMarked
package org.libstation.device.keyscanner.lab;

import org.jspecify.annotations.NullMarked;
