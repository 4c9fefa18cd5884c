/// Driver for the pads 210 and 810 of 3M (later bibliotheca); see README.md here. The work with
/// tags belongs to [org.libstation.device.pad.PadReader], for all makes.
///
/// [ThreemWire] translates the pad's requests: each goes out as a [ThreemFrame], and [ThreemStatus]
/// explains the status of the reply.
@NullMarked
package org.libstation.device.threem;

import org.jspecify.annotations.NullMarked;
