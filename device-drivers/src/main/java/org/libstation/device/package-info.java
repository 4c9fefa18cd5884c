/// Belongs here: what devices can do and say, and a package for each make.
///
/// Does not belong here: a loan, a patron, a rule.
///
/// The flow of this package: a driver (one folder a model, below) owns one [Device]; a
/// [org.libstation.device.link.DeviceThread] turns it step by step; everything it learns leaves as
/// a [DeviceEvent] through the one listener it was given. Commands go in by bounded queues and are
/// answered by events too. A driver never calls up, and knows nothing of loans.
@NullMarked
package org.libstation.device;

import org.jspecify.annotations.NullMarked;
