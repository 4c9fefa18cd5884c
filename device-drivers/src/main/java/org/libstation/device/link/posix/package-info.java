/// The few calls of the C library that Java has no word for.
@NullMarked
package org.libstation.device.link.posix;

import org.jspecify.annotations.NullMarked;
