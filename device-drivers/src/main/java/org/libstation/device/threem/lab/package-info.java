/// The twin (simulated device) of the 3M pads. Fields and tags, which the twins of all pads share,
/// are in `device.pad.lab`.
@NullMarked
package org.libstation.device.threem.lab;

import org.jspecify.annotations.NullMarked;
