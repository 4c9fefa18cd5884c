/// Belongs here: what the station does next, pure: a state and an event give a state and effects.
///
/// Does not belong here: a clock, a thread, a file, a device, a word in a language.
///
/// The flow of this package: devices, desk, clock and keys say
/// [org.libstation.flow.state.FlowEvent]s; `Flow.step` gives a [org.libstation.flow.state.Step]:
/// the next [org.libstation.flow.state.FlowState] and the [org.libstation.flow.state.Effect]s to
/// carry out. A screen draws from the state alone and says keys. Everything personal lies in
/// [org.libstation.flow.state.Session] and goes with it.
///
/// This package hands out, and decides no more than what concerns the station as a whole: which
/// flow gets an event (`Flow`), a key (`KeyFlow`), a tag or barcode on the pad (`PadFlow`,
/// `SilentReaderFlow`) or the clock's word (`ClockFlow`, `IdleFlow`); whether it serves at all
/// (`ServiceFlow`, `HoursFlow`), and what is there on every screen (`HelpFlow`, `AloudFlow`).
///
/// Below it, each knowing only what stands further down the list:
///
/// * [org.libstation.flow.staff]: the technician's pages, behind the PIN;
/// * [org.libstation.flow.drop]: the book drop;
/// * [org.libstation.flow.visit]: a person's visit;
/// * [org.libstation.flow.turn]: the working copy of one step;
/// * [org.libstation.flow.state]: states, screens, keys, events, effects and codes. Nobody outside
///   knows more of the flow than this and [org.libstation.flow.Flow].
///
/// A new screen is a record in [org.libstation.flow.state.Screen], in the group whose fate it
/// shares; its keys in [org.libstation.flow.state.Key] say that its page takes them; a flow of its
/// own, to which `KeyFlow` gives them; a view and a view model, which `Views` builds; its words in
/// three languages.
@NullMarked
package org.libstation.flow;

import org.jspecify.annotations.NullMarked;
