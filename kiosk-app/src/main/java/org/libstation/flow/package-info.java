/// What the station does next, pure: a state and an event give the next state and what to do.
///
/// The flow of this package: devices, desk, clock and keys say
/// [org.libstation.flow.state.FlowEvent]s; `Flow.step` gives a [org.libstation.flow.state.Step]:
/// the next [org.libstation.flow.state.FlowState] and the [org.libstation.flow.state.Effect]s to
/// carry out. A screen draws from the state alone and says keys. Everything personal lies in
/// [org.libstation.flow.state.Session] and goes with it.
@NullMarked
package org.libstation.flow;

import org.jspecify.annotations.NullMarked;
