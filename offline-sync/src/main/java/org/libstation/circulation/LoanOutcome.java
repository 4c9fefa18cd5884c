package org.libstation.circulation;

import java.time.LocalDateTime;
import java.util.Optional;

/// The outcome of an attempt to lend an item at the desk.
public sealed interface LoanOutcome {

  ItemId item();

  /// The central system lent the item, and the loan is on disk. The caller must now clear the tag's
  /// security bit if `bit` allows it, then record the item as released.
  record Lent(long entry, ItemId item, String title, DueDate due, SecurityBitRule bit)
      implements LoanOutcome {}

  /// The station lent the item by its offline rules. The loan is on disk; the central system must
  /// still confirm it. The caller must now clear the security bit, then record the item as
  /// released.
  record ToBeConfirmed(long entry, ItemId item, Optional<String> title, LocalDateTime due)
      implements LoanOutcome {}

  /// The item is already on loan to this patron; nothing was done.
  record AlreadyYours(ItemId item, String title, Optional<DueDate> due) implements LoanOutcome {}

  /// The item was not lent and must stay here.
  ///
  /// @param holdQueue number of patrons who wait for it; 0 if not known
  /// @param toStaff whether the item should be handed to staff, who have a task about it
  record NotLent(
      ItemId item, Optional<String> title, Refusal refusal, int holdQueue, boolean toStaff)
      implements LoanOutcome {}
}
