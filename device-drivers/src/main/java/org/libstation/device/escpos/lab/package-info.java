/// The twin of the receipt printer: what it draws, answers and suffers.
@NullMarked
package org.libstation.device.escpos.lab;

import org.jspecify.annotations.NullMarked;
