/// Belongs here: links to a device that the system shows as a plain file, such as `/dev/usb/lp0`.
///
/// Does not belong here: serial ports and input devices, which are files too but need other calls.
@NullMarked
package org.libstation.device.link.file;

import org.jspecify.annotations.NullMarked;
