/// The rules of a library, with everything that was ever announced about them: documents,
/// signatures, feeds, calendars and notices.
///
/// The counting of fines does not belong here, but in `fines`.
///
/// [org.libstation.policy.PolicyReader] reads a document (`policy.document`) section by section
/// (`PlaceReader`, `ClassReader`, `WindowReader`). `PolicyChecks` then checks rules against each
/// other. The result is a [org.libstation.policy.PolicyBundle], or every fault found
/// ([org.libstation.policy.PolicyReading]). Each fault names file, line, rule and what is wrong.
///
/// [org.libstation.policy.PolicyBundle#at] gives the [org.libstation.policy.PlaceRules] as they
/// were known at a moment. Fines are counted by those.
@NullMarked
package org.libstation.policy;

import org.jspecify.annotations.NullMarked;
