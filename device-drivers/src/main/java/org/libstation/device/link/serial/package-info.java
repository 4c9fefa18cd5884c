/// A real serial line; the only package that knows jSerialComm.
@NullMarked
package org.libstation.device.link.serial;

import org.jspecify.annotations.NullMarked;
