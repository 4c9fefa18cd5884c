/// FEIG readers of the OBID ISO-host protocol.
///
/// The flow: [FeigTagReader] steps; through [FeigSession] it sends a [FeigRequest] as a [FeigFrame]
/// and gets a [FeigReply] that [FeigParser] found in what came back; [FieldPresence] makes arrivals
/// and departures of the inventories, [TagWork] reads and writes one tag. At the far end [FeigTwin]
/// plays the reader and its tags.
@NullMarked
package org.libstation.device.feig;

import org.jspecify.annotations.NullMarked;
