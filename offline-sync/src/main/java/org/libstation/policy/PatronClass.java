package org.libstation.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.libstation.fines.AccountLimits;

/// The limits of one class of patrons.
///
/// @param loans most loans at once; empty: any number
/// @param holds most holds at once; empty: any number
/// @param overdueDays borrowing stops when an item is this many days overdue; empty: never
/// @param limits what the patron's debt may come to
/// @param central the central system's names of the class, in the field that the site chooses
/// @param cards patterns of the class's card numbers
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

  /// The class without any limits, for patrons without a rule.
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
