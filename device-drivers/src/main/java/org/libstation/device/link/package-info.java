/// Bytes between a driver and its device.
///
/// The flow: a [LinkOpener] knows where the device is and makes a new [ByteLink] per connect; the
/// driver reads and writes; when the far end goes, [LinkLostException] says so and the driver
/// closes, waits ([org.libstation.device.link.Reconnect]) and asks the opener again.
@NullMarked
package org.libstation.device.link;

import org.jspecify.annotations.NullMarked;
