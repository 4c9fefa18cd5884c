package org.libstation.policy;

import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.fines.AccountLimits;

/// What a kind of patrons may have.
///
/// @param loans at once; empty: any number
/// @param holds at once; empty: any number
/// @param overdueDays borrowing stops when an item is so many days overdue; empty: never
/// @param limits what is owed may come to
public record PatronClass(
    String id,
    OptionalInt loans,
    OptionalInt holds,
    OptionalInt overdueDays,
    AccountLimits limits,
    Origin origin) {

  /// Of whom no rule says anything.
  public static final PatronClass UNLIMITED =
      new PatronClass(
          "",
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          AccountLimits.NONE,
          new Origin(Optional.empty(), Optional.empty()));
}
