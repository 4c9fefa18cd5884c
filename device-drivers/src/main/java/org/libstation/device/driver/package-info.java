/// Belongs here: what a driver is made with and found by (provider, options, address, port), and
/// how it stays connected.
///
/// Does not belong here: any make of device. A make's package uses this package, never the other
/// way round.
@NullMarked
package org.libstation.device.driver;

import org.jspecify.annotations.NullMarked;
