/// The flow's data: state, events, keys, effects and codes. Decisions do not belong here; they are
/// in the packages above.
///
/// [org.libstation.flow.state.FlowState] is everything the flow knows at a moment: the
/// [org.libstation.flow.state.Screen], the person's [org.libstation.flow.state.Session], the
/// [org.libstation.flow.state.StationFacts] and what pad and drop read. Values that follow from it
/// alone are computed here too, in [org.libstation.flow.state.DropStanding], `ReceiptLines` and
/// `ShownCodes`.
///
/// A [org.libstation.flow.state.FlowEvent] comes in, with a [org.libstation.flow.state.Key] if one
/// was pressed. [org.libstation.flow.state.Effect]s go out, grouped by the part of the program that
/// runs them. A [org.libstation.flow.state.Code] names a problem.
@NullMarked
package org.libstation.flow.state;

import org.jspecify.annotations.NullMarked;
