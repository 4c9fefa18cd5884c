/// Belongs here: the running station. It has the flow's loop, the threads of desk and devices, the
/// parts that the settings make, and the policy in force.
///
/// Does not belong here: what decides the next step (flow), how it looks (screen), and what a
/// technician asks (service).
///
/// A device sends a [org.libstation.device.DeviceEvent]. [org.libstation.station.DeviceBridge]
/// turns it into a [org.libstation.flow.state.FlowEvent] for the inbox of
/// [org.libstation.station.FlowLoop]. The loop steps the flow, shows the state, and passes effects
/// to [org.libstation.station.EffectRunner]. `DeskEffects` and `DropEffects` carry them out on the
/// desk's thread, `DeviceEffects` at the devices. The staff office, `StationChecks` and
/// `StationSetup` (both in `service`) take the rest. Every answer comes back as an event.
/// [org.libstation.station.StationWatch] reports changes of the link and the journal.
/// [org.libstation.station.ReceiptComposer] turns a receipt's data into its lines.
@NullMarked
package org.libstation.station;

import org.jspecify.annotations.NullMarked;
