/// FEIG readers of the OBID ISO-host protocol.
///
/// The flow: [FeigTagReader] steps one [FeigTask] after the other (handshake, inventory, reading,
/// security, writing); through [FeigSession] each [FeigRequest] goes out as a [FeigFrame] and its
/// [FeigReply] comes back, found by [FeigParser]. [PadField] makes arrivals, departures and ghosts
/// of what was listed and read. At the far end [FeigTwin] plays the reader, its tags and every
/// [FeigFault].
@NullMarked
package org.libstation.device.feig;

import org.jspecify.annotations.NullMarked;
