/// Belongs here: the domain as values: items, patrons, loans, returns, money.
///
/// Does not belong here: a clock, a disk, a wire.
///
/// The domain, pure: what is lent, by whom, until when, and what happened here.
///
/// Everything in this package is a value; it imports `java.*` only and never touches a clock, a
/// disk or a wire. The other packages hand these values to each other.
@NullMarked
package org.libstation.circulation;

import org.jspecify.annotations.NullMarked;
