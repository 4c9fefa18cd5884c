package org.libstation.fines;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.circulation.Money;

/// What a lost item costs (its price, a surcharge, perhaps the fine so far), and when an overdue
/// item counts as lost.
///
/// @param percentOnTop surcharge in percent of the price, rounded half up; HKPL: 20
/// @param processing a fixed fee for handling
/// @param withOverdue whether the overdue fine is owed as well
/// @param after days overdue, without suspended ones, after which an item counts as lost; empty:
///   only when it is reported
/// @param back what is cancelled if such an item comes back
public record LostItemFee(
    int percentOnTop,
    Optional<Money> processing,
    boolean withOverdue,
    OptionalInt after,
    LostItemRefund back) {

  /// How much of the charge is cancelled when a lost item comes back.
  public enum RefundRule {
    /// The whole charge for the loss.
    WHOLE,
    /// The charge for the loss, except the handling fee.
    LESS_PROCESSING,
    /// The whole charge for the loss; the fine is owed as if the item had never been lost.
    FINE_INSTEAD
  }

  /// When and what is cancelled after a lost item came back.
  ///
  /// @param withinDays days after the day of the loss; later nothing is cancelled
  public record LostItemRefund(int withinDays, RefundRule taken) {
    /// Nothing is ever cancelled.
    public static final LostItemRefund NEVER = new LostItemRefund(0, RefundRule.WHOLE);
  }

  /// @throws IllegalArgumentException if the surcharge is negative
  public LostItemFee {
    if (percentOnTop < 0) {
      throw new IllegalArgumentException("the share on top of the price is not negative");
    }
  }

  /// The fee for items that count as lost only when they are reported.
  public static LostItemFee reported(
      int percentOnTop, Optional<Money> processing, boolean withOverdue) {
    return new LostItemFee(
        percentOnTop, processing, withOverdue, OptionalInt.empty(), LostItemRefund.NEVER);
  }

  /// The fee for all items together, rounded at the end.
  ///
  /// @param price of one item
  /// @param overdue the fine for all items, counted to the day on which the loss was reported
  /// @param roundTo a multiple of minor units, as in [FinePolicy]
  public Money of(Money price, int items, Money overdue, int roundTo) {
    long all = Math.addExact(loss(price, items), withOverdue ? overdue.minor() : 0);
    return new Money(FinePolicy.rounded(all, roundTo), price.currency());
  }

  /// The fee without any fine, not rounded.
  private long loss(Money price, int items) {
    long each =
        Math.addExact(
            price.minor() + Maximum.percent(price.minor(), percentOnTop),
            processing.map(Money::minor).orElse(0L));
    return Math.multiplyExact(each, items);
  }

  /// The part of the fee that stays owed when an item comes back.
  ///
  /// @param sinceLost days since it was lost; empty while it is not back
  Money left(Money price, int items, OptionalLong sinceLost, int roundTo) {
    long left =
        !isBackInTime(sinceLost)
            ? loss(price, items)
            : switch (back.taken()) {
              case WHOLE, FINE_INSTEAD -> 0;
              case LESS_PROCESSING -> items * processing.map(Money::minor).orElse(0L);
            };
    return new Money(FinePolicy.rounded(left, roundTo), price.currency());
  }

  /// Whether the item came back soon enough for the fee to be cancelled.
  boolean isBackInTime(OptionalLong sinceLost) {
    return sinceLost.isPresent() && sinceLost.getAsLong() <= back.withinDays();
  }

  /// Whether the fine goes on after the item counted as lost.
  boolean keepsFine(OptionalLong sinceLost) {
    return isBackInTime(sinceLost) && back.taken() == RefundRule.FINE_INSTEAD;
  }

  /// Whether the fee depends on the item's price; it does not once the item is back in time.
  boolean needsPrice(OptionalLong sinceLost) {
    return !isBackInTime(sinceLost);
  }
}
