package org.libstation.circulation;

import java.util.Optional;
import java.util.OptionalInt;

/// How an attempt to place a hold, or to give one up, ended.
public sealed interface HoldOutcome {

  /// @param available whether it can be had at once
  /// @param queue the patron's place among those who wait, from 1, where told
  /// @param pickUpAt where it will wait, where told
  record Placed(
      ItemId item, String title, boolean available, OptionalInt queue, Optional<String> pickUpAt)
      implements HoldOutcome {}

  /// It is not among the patron's holds any more.
  record GivenUp() implements HoldOutcome {}

  /// Nothing has changed.
  record NotPlaced(Refusal refusal) implements HoldOutcome {}

  /// No certain answer: the list of holds tells later.
  record HoldNotKnown() implements HoldOutcome {}
}
