/// The working copy of one step, and what all flows do with it.
///
/// A [org.libstation.flow.turn.Turn] is filled from a state, changed by the flows, and read out
/// again; it lives for one step. [org.libstation.flow.turn.Pad] is what lies on the pad, as the
/// flows of a visit and of staff both see it.
@NullMarked
package org.libstation.flow.turn;

import org.jspecify.annotations.NullMarked;
