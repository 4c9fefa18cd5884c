/// Belongs here: the common part of pads for tags of ISO 15693.
///
/// Does not belong here: the protocol of one make, which is a [PadWire] in the make's folder.
///
/// [PadReader] runs one [PadTask] after the other (handshake, inventory, reading, security,
/// writing). [PadSession] sends each [PadRequest], encoded by the [PadWire], and returns its
/// [PadReply], from a frame found by [FrameParser]. [PadField] derives arrivals, departures and
/// ghosts from inventories and readings. [PadExamination] is a technician's examination of such a
/// pad.
@NullMarked
package org.libstation.device.pad;

import org.jspecify.annotations.NullMarked;
