/// Belongs here: the bytes between a driver and its device.
///
/// Does not belong here: the meaning of the bytes.
///
/// A [LinkOpener] knows where the device is and opens a new [ByteLink] per connection. The driver
/// reads and writes. When the far end goes, [LinkLostException] reports it. The driver then closes
/// the link, waits ([org.libstation.device.link.Reconnect]) and asks the opener again.
@NullMarked
package org.libstation.device.link;

import org.jspecify.annotations.NullMarked;
