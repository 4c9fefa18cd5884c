/// Calls of the operating system that Java has no class for.
@NullMarked
package org.libstation.device.link.posix;

import org.jspecify.annotations.NullMarked;
