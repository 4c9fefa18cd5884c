/// The twin of a Star printer.
@NullMarked
package org.libstation.device.starline.lab;

import org.jspecify.annotations.NullMarked;
