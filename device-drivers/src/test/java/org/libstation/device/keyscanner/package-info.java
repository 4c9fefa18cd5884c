/// Tests of the package of the same name.
@NullMarked
package org.libstation.device.keyscanner;

import org.jspecify.annotations.NullMarked;
