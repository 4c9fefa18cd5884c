/// FEIG readers of the OBID ISO-host protocol.
///
/// [org.libstation.device.pad.PadReader] does the work; [FeigWire] says it in this protocol: each
/// [FeigRequest] goes out as a [FeigFrame] and its [FeigReply] comes back, found by [FeigParser].
/// At the far end [FeigTwin] plays the reader.
@NullMarked
package org.libstation.device.feig;

import org.jspecify.annotations.NullMarked;
