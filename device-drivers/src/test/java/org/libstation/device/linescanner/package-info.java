/// Tests of the package of the same name.
@NullMarked
package org.libstation.device.linescanner;

import org.jspecify.annotations.NullMarked;
