package org.libstation.circulation;

import java.time.LocalDateTime;
import java.util.Optional;

/// How an attempt to lend ended at the desk.
public sealed interface LoanOutcome {

  ItemId item();

  /// The central system lent it and that is on disk. Clear the tag, then call it released.
  ///
  /// @param mayClear false when the central system said not to touch the security bit (CI = Y)
  record Lent(long entry, ItemId item, String title, DueDate due, boolean mayClear)
      implements LoanOutcome {}

  /// Lent by the station's own rules, on disk, to be confirmed. Clear the tag, then call it
  /// released.
  record ToBeConfirmed(long entry, ItemId item, Optional<String> title, LocalDateTime due)
      implements LoanOutcome {}

  /// It is on this patron's account already; nothing was done.
  record AlreadyYours(ItemId item, String title, Optional<DueDate> due) implements LoanOutcome {}

  /// Not lent; the book stays.
  ///
  /// @param holdQueue how many wait for it, when known
  /// @param toStaff whether the book should be handed to staff, who got a line
  record NotLent(
      ItemId item, Optional<String> title, Refusal refusal, int holdQueue, boolean toStaff)
      implements LoanOutcome {}
}
