package org.libstation.fines;

import java.util.Optional;
import org.libstation.circulation.Money;

/// What an overdue loan costs after a recall moved its due date forward because another patron
/// waits. Known of FOLIO (mod-circulation, `OverdueFinePolicy`) and of Sierra and Polaris.
///
/// @param rate for each charged interval and each item
/// @param interval the time that is charged once
/// @param maximum for one item, instead of the usual amount; empty if there is none. If the item's
///   price is a limit otherwise, it still is
/// @param grace whether the usual grace holds; otherwise there is none (FOLIO, `gracePeriodRecall`)
public record Recall(Money rate, Interval interval, Optional<Money> maximum, boolean grace) {

  /// @throws IllegalArgumentException if the rate is negative
  public Recall {
    if (rate.minor() < 0) {
      throw new IllegalArgumentException("a rate is not negative");
    }
  }
}
