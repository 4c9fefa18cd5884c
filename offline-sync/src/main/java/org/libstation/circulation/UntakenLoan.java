package org.libstation.circulation;

/// A loan on disk whose tag may have been cleared, and of which nothing says that it was taken from
/// the pad, nor that its tag was armed again: the station lost its power while it lay there.
///
/// @param entry its number in the journal
public record UntakenLoan(long entry, ItemId item) {}
