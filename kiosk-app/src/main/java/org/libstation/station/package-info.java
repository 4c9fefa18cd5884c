/// Belongs here: the station that runs: the loop of the flow, desk and device threads, the parts
/// that the settings make, the policy in force.
///
/// Does not belong here: what decides the next step (flow), how it looks (screen), and what a
/// technician asks (service).
///
/// What keeps the flow going.
///
/// The flow: a device says a [org.libstation.device.DeviceEvent];
/// [org.libstation.station.DeviceBridge] makes a [org.libstation.flow.state.FlowEvent] of it and
/// puts it into the inbox of [org.libstation.station.FlowLoop]; the loop steps the flow, shows the
/// state and hands the effects to [org.libstation.station.EffectRunner], which gives each group to
/// who carries it out: the desk and the drop's part of it (`DeskEffects`, `DropEffects`, on the
/// desk's own thread), staff's office, the devices (`DeviceEffects`), the checks and the settings
/// (`StationChecks` and `StationSetup` of the operation). Every answer comes back as an event.
/// [org.libstation.station.StationWatch] says when the link or the journal changed.
/// [org.libstation.station.ReceiptComposer] turns a receipt's data into its lines.
@NullMarked
package org.libstation.station;

import org.jspecify.annotations.NullMarked;
