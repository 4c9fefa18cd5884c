/// Belongs here: the library's rules with calendars and notices: documents, signatures, feeds.
///
/// Does not belong here: counting itself (fines).
///
/// The rules of a library, with everything that was ever announced about them.
///
/// The flow: [org.libstation.policy.PolicyReader] reads a document (`policy.document`) section by
/// section (`PlaceReader`, `ClassReader`, `WindowReader`), has what no single value shows checked
/// (`PolicyChecks`) and answers with a [org.libstation.policy.PolicyBundle], or with every fault it
/// found, each naming file, line, rule and what is wrong ([org.libstation.policy.PolicyReading]).
/// [org.libstation.policy.PolicyBundle#at] gives the [org.libstation.policy.PlaceRules] as they
/// were known at a moment; fines are counted by those.
@NullMarked
package org.libstation.policy;

import org.jspecify.annotations.NullMarked;
