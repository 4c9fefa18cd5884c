/// The twins of scanners that type.
@NullMarked
package org.libstation.device.keyscanner.lab;

import org.jspecify.annotations.NullMarked;
