/// The twin of a scanner at a serial line.
@NullMarked
package org.libstation.device.linescanner.lab;

import org.jspecify.annotations.NullMarked;
