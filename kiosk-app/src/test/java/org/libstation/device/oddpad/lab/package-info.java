/// The twin of the reader that nobody makes.
@NullMarked
package org.libstation.device.oddpad.lab;

import org.jspecify.annotations.NullMarked;
