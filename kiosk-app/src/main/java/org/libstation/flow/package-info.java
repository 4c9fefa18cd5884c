/// What the station does next, pure: a state and an event give the next state and what to do.
///
/// The flow of this package: devices, desk, clock and keys say [org.libstation.flow.FlowEvent]s;
/// `Flow.step` gives a [org.libstation.flow.Step]: the next [org.libstation.flow.FlowState] and the
/// [org.libstation.flow.Effect]s to carry out. A screen draws from the state alone and says keys.
/// Everything personal lies in [org.libstation.flow.Session] and goes with it.
@NullMarked
package org.libstation.flow;

import org.jspecify.annotations.NullMarked;
