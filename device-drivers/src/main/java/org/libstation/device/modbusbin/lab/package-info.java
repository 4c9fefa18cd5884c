/// The twin of the book drop's module: its registers and slaves as the bus sees them.
@NullMarked
package org.libstation.device.modbusbin.lab;

import org.jspecify.annotations.NullMarked;
