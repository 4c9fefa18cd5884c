package org.libstation.circulation;

import java.time.OffsetDateTime;
import java.util.Optional;

/// An outcome says how an attempt to renew a loan ended.
public sealed interface RenewOutcome {

  ItemId item();

  record Renewed(ItemId item, String title, DueDate due) implements RenewOutcome {}

  record NotRenewed(ItemId item, Optional<String> title, Refusal refusal) implements RenewOutcome {}

  /// Written down to be asked later; until it is granted the due date stays.
  record Asked(long entry, ItemId item, OffsetDateTime at) implements RenewOutcome {}
}
