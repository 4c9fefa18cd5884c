package org.libstation.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.libstation.fines.AccountLimits;

/// What a kind of patrons may have.
///
/// @param loans at once; empty: any number
/// @param holds at once; empty: any number
/// @param overdueDays borrowing stops when an item is so many days overdue; empty: never
/// @param limits what is owed may come to
/// @param central what the central system calls them, in the field that the site names
/// @param cards patterns of their card numbers
public record PatronClass(
    String id,
    OptionalInt loans,
    OptionalInt holds,
    OptionalInt overdueDays,
    AccountLimits limits,
    Set<String> central,
    List<CardPattern> cards,
    Origin origin) {
  public PatronClass {
    central = Set.copyOf(central);
    cards = List.copyOf(cards);
  }

  /// Of whom no rule says anything.
  public static final PatronClass UNLIMITED =
      new PatronClass(
          "",
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          AccountLimits.NONE,
          Set.of(),
          List.of(),
          new Origin(Optional.empty(), Optional.empty()));
}
