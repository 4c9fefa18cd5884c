/// Belongs here: checks, their findings with cause and remedy, the report of all checks, and counts
/// without persons.
///
/// Does not belong here: which checks a site has, and how a technician runs them (service).
///
/// A [CheckRun] runs a list of [Check]s one after the other, each with its own time limit. Each
/// check returns a [Verdict] with [Finding]s. The [Report] is shown as a table, as JSON, or on the
/// technician's screen. The text files have the words under stable codes. Nothing here names a
/// person.
@NullMarked
package org.libstation.check;

import org.jspecify.annotations.NullMarked;
