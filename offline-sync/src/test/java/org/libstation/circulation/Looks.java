package org.libstation.circulation;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// What the central system told, for tests that change what they are about.
public final class Looks {
  private Looks() {}

  /// A card that is known, without loans, holds, blocks and debts.
  public static PatronLook patron(PatronId patron) {
    return new PatronLook(
        patron,
        true,
        Optional.empty(),
        Set.of(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        0,
        OptionalInt.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Optional.empty());
  }

  /// An item on the shelf, without a title, that nobody waits for.
  public static ItemLook item(ItemId item) {
    return new ItemLook(
        item,
        "",
        CirculationStatus.AVAILABLE,
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty());
  }
}
