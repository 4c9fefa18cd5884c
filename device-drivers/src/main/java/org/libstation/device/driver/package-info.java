/// What a driver is made with and found by: its provider, options, address and port, and how it
/// stays connected. A make of device knows this package; nobody here knows a make.
@NullMarked
package org.libstation.device.driver;

import org.jspecify.annotations.NullMarked;
