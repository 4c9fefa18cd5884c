package org.libstation.fines;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libstation.circulation.Money;

/// What a lost item costs: its price, something on top, and perhaps the fine that had grown; and
/// when an overdue item counts as lost.
///
/// @param percentOnTop of the price, half up; HKPL: 20
/// @param processing a fixed fee for handling
/// @param withOverdue whether the overdue fine is owed as well
/// @param after days overdue, none of them suspended, after which an item counts as lost; empty:
///   only when it is reported
/// @param back what becomes of it when such an item comes back after all
public record LostItemFee(
    int percentOnTop,
    Optional<Money> processing,
    boolean withOverdue,
    OptionalInt after,
    LostItemRefund back) {

  /// What is charged of an item that was lost and came back.
  public enum RefundRule {
    /// All that was charged for the loss is taken back.
    WHOLE,
    /// The same but for the handling.
    LESS_PROCESSING,
    /// The same, and the fine is owed as if it had never been lost.
    FINE_INSTEAD
  }

  /// @param withinDays after the day it was lost; later nothing is taken back
  public record LostItemRefund(int withinDays, RefundRule taken) {
    /// Nothing is ever taken back.
    public static final LostItemRefund NEVER = new LostItemRefund(0, RefundRule.WHOLE);
  }

  /// @throws IllegalArgumentException when less than nothing is put on top
  public LostItemFee {
    if (percentOnTop < 0) {
      throw new IllegalArgumentException("the share on top of the price is not negative");
    }
  }

  /// Of items that are reported lost.
  public static LostItemFee reported(
      int percentOnTop, Optional<Money> processing, boolean withOverdue) {
    return new LostItemFee(
        percentOnTop, processing, withOverdue, OptionalInt.empty(), LostItemRefund.NEVER);
  }

  /// For all items together, rounded at the end.
  ///
  /// @param price of one item
  /// @param overdue the fine for all items, counted to the day on which it was reported lost
  /// @param roundTo a multiple of minor units, as in [FinePolicy]
  public Money of(Money price, int items, Money overdue, int roundTo) {
    long all = Math.addExact(loss(price, items), withOverdue ? overdue.minor() : 0);
    return new Money(FinePolicy.rounded(all, roundTo), price.currency());
  }

  /// Without any fine, not rounded.
  private long loss(Money price, int items) {
    long each =
        Math.addExact(
            price.minor() + Maximum.percent(price.minor(), percentOnTop),
            processing.map(Money::minor).orElse(0L));
    return Math.multiplyExact(each, items);
  }

  /// What stays of the charge when an item comes back so many days after it was lost.
  ///
  /// @param sinceLost empty while it is not back
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

  boolean isBackInTime(OptionalLong sinceLost) {
    return sinceLost.isPresent() && sinceLost.getAsLong() <= back.withinDays();
  }

  /// Whether the fine goes on after the item counted as lost.
  boolean keepsFine(OptionalLong sinceLost) {
    return isBackInTime(sinceLost) && back.taken() == RefundRule.FINE_INSTEAD;
  }

  /// Whether nothing of its price is owed once it is back, so that nobody need know it.
  boolean needsPrice(OptionalLong sinceLost) {
    return !isBackInTime(sinceLost);
  }
}
