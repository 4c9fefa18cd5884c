/// Belongs here: what a check finds, the report of all checks, counts without persons.
///
/// Does not belong here: the checks of devices and links themselves (service).
///
/// The technician's checks: what is wrong, why, and what to do.
///
/// The flow of this package: a [CheckRun] goes through a list of [Check]s, one after the other,
/// each with a time limit of its own; each comes to a [Verdict] with [Finding]s; the [Report] is
/// told as a table, as JSON, or on the technician's screen. What is said lies in the text files
/// under the stable codes. Nothing here names a person.
@NullMarked
package org.libstation.check;

import org.jspecify.annotations.NullMarked;
