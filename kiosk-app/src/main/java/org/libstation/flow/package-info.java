/// Decides what the station does next, as a pure function: a state and an event give the next state
/// and effects.
///
/// Does not belong here: a clock, a thread, a file, a device, text in any language.
///
/// Devices, desk, clock and keys send [org.libstation.flow.state.FlowEvent]s. `Flow.step` returns a
/// [org.libstation.flow.state.Step]: the next [org.libstation.flow.state.FlowState] and the
/// [org.libstation.flow.state.Effect]s to run. A screen draws from the state alone and reports
/// pressed keys. All personal data are in [org.libstation.flow.state.Session] and are dropped with
/// it.
///
/// This package dispatches, and decides only what concerns the whole station. It selects the flow
/// for an event (`Flow`), a key (`KeyFlow`), a tag or barcode at the pad (`PadFlow`,
/// `SilentReaderFlow`) and a tick (`ClockFlow`, `IdleFlow`). It decides whether the station serves
/// at all (`ServiceFlow`, `HoursFlow`) and has what every screen offers (`HelpFlow`, `AloudFlow`).
///
/// Below it are these packages; each knows only those further down the list:
///
/// * [org.libstation.flow.staff]: the technician's pages, behind the PIN;
/// * [org.libstation.flow.drop]: the book drop;
/// * [org.libstation.flow.visit]: a person's visit;
/// * [org.libstation.flow.turn]: the working copy of one step;
/// * [org.libstation.flow.state]: states, screens, keys, events, effects and codes. Packages
///   outside the flow use only these and [org.libstation.flow.Flow].
///
/// A new screen needs a record in [org.libstation.flow.state.Screen], in the group whose rules it
/// follows; keys in [org.libstation.flow.state.Key]; a flow that `KeyFlow` calls; a view and view
/// model that `Views` builds; texts in three languages.
@NullMarked
package org.libstation.flow;

import org.jspecify.annotations.NullMarked;
