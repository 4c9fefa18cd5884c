/// Tests of the FEIG driver and its twin: published frames as hex, damage, contract, real lines.
@NullMarked
package org.libstation.device.feig;

import org.jspecify.annotations.NullMarked;
