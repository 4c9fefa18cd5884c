package org.libstation.fines;

import java.util.Optional;
import org.libstation.circulation.Money;

/// What a reader's whole account allows.
///
/// @param blockAbove borrowing stops when more than this is owed (Koha `noissuescharge`, Sierra's
///   block table); empty: never. HKPL have such ceilings but publish no figure
/// @param maximumOwed fines stop growing when so much is owed (Koha `MaxFine`); empty: never
public record AccountLimits(Optional<Money> blockAbove, Optional<Money> maximumOwed) {

  public static final AccountLimits NONE = new AccountLimits(Optional.empty(), Optional.empty());

  public boolean blocks(Money owed) {
    return blockAbove.isPresent() && owed.minor() > blockAbove.get().minor();
  }

  /// What of a fine is still added to an account that owes so much already.
  public Money added(Money owed, Money fine) {
    if (maximumOwed.isEmpty()) {
      return fine;
    }
    long room = Math.max(0, maximumOwed.get().minor() - owed.minor());
    return new Money(Math.min(room, fine.minor()), fine.currency());
  }
}
