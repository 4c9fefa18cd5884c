/// Driver for FEIG readers with the OBID ISO-host protocol; see README.md here. The work with tags
/// belongs to [org.libstation.device.pad.PadReader], for all makes.
///
/// [FeigWire] translates the pad's requests: each [FeigRequest] goes out as a [FeigFrame], and
/// [FeigParser] finds its [FeigReply]. [FeigTwin] is the simulated reader.
@NullMarked
package org.libstation.device.feig;

import org.jspecify.annotations.NullMarked;
