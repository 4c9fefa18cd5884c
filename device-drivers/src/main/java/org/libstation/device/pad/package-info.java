/// What pads for tags of ISO 15693 share, whatever their make.
///
/// The flow: [PadReader] steps one [PadTask] after the other (handshake, inventory, reading,
/// security, writing); through [PadSession] each [PadRequest] goes out as the make's [PadWire]
/// says, and its [PadReply] comes back, in a frame found by [FrameParser]. [PadField] makes
/// arrivals, departures and ghosts of what was listed and read. [PadExamination] is a technician's
/// look at such a pad.
@NullMarked
package org.libstation.device.pad;

import org.jspecify.annotations.NullMarked;
