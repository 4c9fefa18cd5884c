package org.libstation.circulation;

/// A loan on disk whose tag may have been cleared. No record says that the item was taken from the
/// pad or its tag armed again: the station lost power while the item lay there.
///
/// @param entry number of its journal entry
public record UntakenLoan(long entry, ItemId item) {}
