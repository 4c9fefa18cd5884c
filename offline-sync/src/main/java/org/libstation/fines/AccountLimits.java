package org.libstation.fines;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.circulation.Money;

/// What a reader's whole account allows.
///
/// @param blockAbove borrowing stops when more than this is owed (Koha `noissuescharge`, Sierra's
///   block table); empty: never. HKPL have such ceilings but publish no figure
/// @param maximumOwed fines stop growing when so much is owed (Koha `MaxFine`); empty: never
/// @param maximumPerVisit what is given back on one visit costs no more than this together; empty:
///   no limit
public record AccountLimits(
    Optional<Money> blockAbove, Optional<Money> maximumOwed, Optional<Money> maximumPerVisit) {

  public static final AccountLimits NONE =
      new AccountLimits(Optional.empty(), Optional.empty(), Optional.empty());

  public boolean blocks(Money owed) {
    return blockAbove.isPresent() && owed.minor() > blockAbove.get().minor();
  }

  /// What of a fine is still added to an account that owes so much already, and to a visit that
  /// cost so much already.
  public Money added(Money owed, Money visit, Money fine) {
    return within(maximumOwed, owed, within(maximumPerVisit, visit, fine));
  }

  /// What a fine never exceeds, whatever else the account and the visit cost; empty: no limit.
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
