package org.libstation.circulation;

import java.util.Optional;

/// How a return, already on disk, was settled.
public sealed interface ReturnOutcome {

  long entry();

  ItemId item();

  /// The central system booked it.
  ///
  /// @param sortBin CL; empty = the default bin
  /// @param hold present when somebody waits for it (CV 01, 02, 03)
  /// @param alert whether it should go to staff
  /// @param wasOnLoan false when nothing was on loan (no AA in the answer)
  /// @param due the due date it had, as looked up before
  /// @param charge the loan's own charge, only where it can be named
  record Settled(
      long entry,
      ItemId item,
      String title,
      Optional<String> sortBin,
      Optional<HoldSlip> hold,
      boolean alert,
      boolean wasOnLoan,
      Optional<DueDate> due,
      Optional<Money> charge)
      implements ReturnOutcome {}

  /// Kept here with its moment; the central system will hear of it later.
  record Recorded(long entry, ItemId item, Optional<String> title, Optional<DueDate> due)
      implements ReturnOutcome {}

  /// The central system does not know it or would not book it; staff got a line, the moment counts.
  record WithStaff(long entry, ItemId item, Optional<String> title, Refusal refusal)
      implements ReturnOutcome {}

  /// For the shelf of reserved items. Never holds a name or a card number.
  ///
  /// @param destination CT; empty = here
  /// @param code what the hold shelf is sorted by
  record HoldSlip(Optional<String> destination, String code) {}
}
