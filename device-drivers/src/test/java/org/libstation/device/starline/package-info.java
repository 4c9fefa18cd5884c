/// Tests of Star printers.
@NullMarked
package org.libstation.device.starline;

import org.jspecify.annotations.NullMarked;
