/// Belongs here: what devices can do and report, and a package for each make.
///
/// Does not belong here: loans, patrons, circulation rules.
///
/// A driver (one folder per model, below) owns one [Device]. A
/// [org.libstation.device.link.DeviceThread] calls its steps. Everything that a device learns
/// leaves as a [DeviceEvent] through one listener. Commands enter by bounded queues, and events
/// answer them. A driver never calls upper layers and knows nothing of loans.
@NullMarked
package org.libstation.device;

import org.jspecify.annotations.NullMarked;
