/// Tests of the book drop's driver and its twin: published frames as hex, damage, real lines,
/// foreign masters and slaves.
@NullMarked
package org.libstation.device.modbusbin;

import org.jspecify.annotations.NullMarked;
