package org.libstation.circulation;

import java.util.Optional;
import java.util.OptionalInt;

/// The outcome of an attempt to place or cancel a hold.
public sealed interface HoldOutcome {

  /// The hold was placed.
  ///
  /// @param available whether the item can be had at once
  /// @param queue the patron's place in the queue, from 1; empty if not reported
  /// @param pickUpAt where the item will wait; empty if not reported
  record Placed(
      ItemId item, String title, boolean available, OptionalInt queue, Optional<String> pickUpAt)
      implements HoldOutcome {}

  /// The hold is no longer among the patron's holds.
  record GivenUp() implements HoldOutcome {}

  /// The request was refused; nothing has changed.
  record NotPlaced(Refusal refusal) implements HoldOutcome {}

  /// No certain answer came; the list of holds will show the result later.
  record HoldNotKnown() implements HoldOutcome {}
}
