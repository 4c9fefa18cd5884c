/// Pads 210 and 810 of 3M (later bibliotheca).
///
/// [org.libstation.device.pad.PadReader] does the work; [ThreemWire] says it in this protocol: each
/// question goes out as a [ThreemFrame], and what comes back is told by its [ThreemStatus].
@NullMarked
package org.libstation.device.threem;

import org.jspecify.annotations.NullMarked;
