/// Tests of the package of the same name.
@NullMarked
package org.libstation.device.escpos;

import org.jspecify.annotations.NullMarked;
