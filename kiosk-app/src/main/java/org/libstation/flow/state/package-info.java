/// What the station knows, and the words in which everybody speaks of it.
///
/// [org.libstation.flow.state.FlowState] is all that is known at a moment. It holds the
/// [org.libstation.flow.state.Screen], in groups by who stands before it; the
/// [org.libstation.flow.state.Session] of the person there; the
/// [org.libstation.flow.state.StationFacts]; and what pad and drop see. What follows from it alone
/// is asked here too: [org.libstation.flow.state.DropStanding], `ReceiptLines`, `ShownCodes`.
///
/// In come [org.libstation.flow.state.FlowEvent]s, and with them [org.libstation.flow.state.Key]s,
/// grouped by the page that takes them; out go [org.libstation.flow.state.Effect]s, grouped by who
/// carries them out. A [org.libstation.flow.state.Code] says what is the matter.
@NullMarked
package org.libstation.flow.state;

import org.jspecify.annotations.NullMarked;
