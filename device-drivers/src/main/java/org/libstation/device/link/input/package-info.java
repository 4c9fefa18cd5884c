/// Devices that the system shows as events or reports of its input subsystem: keyboards
/// (`/dev/input/event*`) and plain HID devices (`/dev/hidraw*`).
///
/// The flow: an opener opens the file and asks what must be known before the first byte; what it
/// learned stands at the head of what [InputLink] reads.
@NullMarked
package org.libstation.device.link.input;

import org.jspecify.annotations.NullMarked;
