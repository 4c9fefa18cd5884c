/// Belongs here: the pure values of circulation: items, patrons, loans, returns, holds, payments,
/// and the events that happened at this station. The other packages pass them to each other.
///
/// Does not belong here: anything that reads a clock, a disk or a wire. The code imports `java.*`
/// only.
@NullMarked
package org.libstation.circulation;

import org.jspecify.annotations.NullMarked;
