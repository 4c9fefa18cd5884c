package org.libstation.circulation;

import java.time.OffsetDateTime;
import java.util.Optional;

/// The outcome of an attempt to renew a loan.
public sealed interface RenewOutcome {

  ItemId item();

  /// The central system renewed the loan.
  record Renewed(ItemId item, String title, DueDate due) implements RenewOutcome {}

  /// The loan was not renewed; its due date has not changed.
  record NotRenewed(ItemId item, Optional<String> title, Refusal refusal) implements RenewOutcome {}

  /// The request is written down and will be sent later. The due date does not change until it is
  /// granted.
  record Asked(long entry, ItemId item, OffsetDateTime at) implements RenewOutcome {}
}
