/// Tests of the package of the same name.
@NullMarked
package org.libstation.device.link.input;

import org.jspecify.annotations.NullMarked;
