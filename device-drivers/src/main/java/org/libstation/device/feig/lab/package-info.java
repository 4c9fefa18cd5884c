/// The twin (simulated device) of a FEIG reader. Fields and tags, which the twins of all pads
/// share, are in `device.pad.lab`.
@NullMarked
package org.libstation.device.feig.lab;

import org.jspecify.annotations.NullMarked;
