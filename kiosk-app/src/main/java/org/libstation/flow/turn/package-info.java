/// The working copy of one step, and operations that all flows share.
///
/// A [org.libstation.flow.turn.Turn] is filled from a state, changed by the flows and read out
/// again. [org.libstation.flow.turn.Pad] has the questions about tags on the pad that flows of
/// visits and of staff both ask. Decisions about a screen or a device do not belong here.
@NullMarked
package org.libstation.flow.turn;

import org.jspecify.annotations.NullMarked;
