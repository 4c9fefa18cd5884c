package org.libstation.fines;

import java.util.Optional;
import org.libstation.circulation.Money;

/// What being overdue costs once a recall has moved the due date forward: another reader waits.
/// Known of FOLIO (mod-circulation, `OverdueFinePolicy`) and of Sierra and Polaris.
///
/// @param rate for each interval charged and each item
/// @param interval what one charge is for
/// @param maximum for one item, in the place of the usual amount; empty when there is none. The
///   item's price still limits where it does otherwise
/// @param grace whether the usual grace holds; else there is none (FOLIO, `gracePeriodRecall`)
public record Recall(Money rate, Interval interval, Optional<Money> maximum, boolean grace) {

  /// @throws IllegalArgumentException when the rate is negative
  public Recall {
    if (rate.minor() < 0) {
      throw new IllegalArgumentException("a rate is not negative");
    }
  }
}
