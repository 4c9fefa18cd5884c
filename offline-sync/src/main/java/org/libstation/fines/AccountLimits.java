package org.libstation.fines;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.Money;

/// The limits of a patron's whole account.
///
/// @param blockAbove borrowing stops if more than this is owed (Koha `noissuescharge`, Sierra's
///   block table); empty: never. HKPL have such limits but publish no figure
/// @param maximumOwed fines stop growing once this is owed (Koha `MaxFine`); empty: never
/// @param maximumPerVisit most that all returns of one visit cost together; empty: no limit
public record AccountLimits(
    Optional<Money> blockAbove, Optional<Money> maximumOwed, Optional<Money> maximumPerVisit) {

  public static final AccountLimits NONE =
      new AccountLimits(Optional.empty(), Optional.empty(), Optional.empty());

  /// Whether borrowing stops if this sum is owed.
  public boolean blocks(Money owed) {
    return blockAbove.isPresent() && owed.minor() > blockAbove.get().minor();
  }

  /// The part of a fine that is still added to an account and a visit.
  ///
  /// @param owed sum that the account owes already
  /// @param visit sum that the visit has cost already
  public Money added(Money owed, Money visit, Money fine) {
    return within(maximumOwed, owed, within(maximumPerVisit, visit, fine));
  }

  /// Most that any single fine can be, whatever the account and the visit cost so far; empty: no
  /// limit.
  public Optional<Money> most() {
    return Stream.of(maximumOwed, maximumPerVisit)
        .flatMap(Optional::stream)
        .min(Comparator.comparingLong(Money::minor));
  }

  private static Money within(Optional<Money> limit, Money already, Money fine) {
    return limit
        .map(most -> Math.max(0, most.minor() - already.minor()))
        .map(room -> new Money(Math.min(room, fine.minor()), fine.currency()))
        .orElse(fine);
  }
}
