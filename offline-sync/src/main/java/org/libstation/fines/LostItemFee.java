package org.libstation.fines;

import java.util.Optional;
import org.libstation.circulation.Money;

/// What a lost item costs: its price, something on top, and perhaps the fine that had grown.
///
/// @param percentOnTop of the price, half up; HKPL: 20
/// @param processing a fixed fee
/// @param withOverdue whether the overdue fine is owed as well
public record LostItemFee(int percentOnTop, Optional<Money> processing, boolean withOverdue) {

  /// @throws IllegalArgumentException when less than nothing is put on top
  public LostItemFee {
    if (percentOnTop < 0) {
      throw new IllegalArgumentException("the share on top of the price is not negative");
    }
  }

  /// For all items together, rounded at the end.
  ///
  /// @param price of one item
  /// @param overdue the fine for all items, counted to the day on which it was reported lost
  /// @param roundTo a multiple of minor units, as in [FinePolicy]
  public Money of(Money price, int items, Money overdue, int roundTo) {
    long each =
        Math.addExact(
            price.minor() + Maximum.percent(price.minor(), percentOnTop),
            processing.map(Money::minor).orElse(0L));
    long all = Math.multiplyExact(each, items) + (withOverdue ? overdue.minor() : 0);
    return new Money(FinePolicy.rounded(all, roundTo), price.currency());
  }
}
