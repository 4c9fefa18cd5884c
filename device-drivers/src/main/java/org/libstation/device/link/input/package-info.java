/// Belongs here: links to keyboards (`/dev/input/event*`) and plain HID devices (`/dev/hidraw*`).
///
/// Does not belong here: the meaning of their keys and reports.
///
/// An opener opens the file and asks for the facts needed before the first byte. [InputLink]
/// delivers these facts first.
@NullMarked
package org.libstation.device.link.input;

import org.jspecify.annotations.NullMarked;
