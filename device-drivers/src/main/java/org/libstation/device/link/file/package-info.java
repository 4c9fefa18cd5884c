/// A device that the system shows as a plain file, such as `/dev/usb/lp0`.
@NullMarked
package org.libstation.device.link.file;

import org.jspecify.annotations.NullMarked;
