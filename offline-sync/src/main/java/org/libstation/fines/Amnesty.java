package org.libstation.fines;

import java.util.List;

/// Days on which a return costs only a part of the fine, or nothing.
///
/// @param days days of the return; [SuspensionWindow#covers] may restrict them to some loans
/// @param percent percentage of the fine that is still charged, from 0 to 100
public record Amnesty(SuspensionWindow days, int percent) {

  /// Percentage that is charged without an amnesty.
  static final int NONE = 100;

  /// @throws IllegalArgumentException if the percentage is out of range
  public Amnesty {
    if (percent < 0 || percent > NONE) {
      throw new IllegalArgumentException("an amnesty leaves 0 to 100 percent");
    }
  }

  /// The sum that an amnesty leaves; never more than the full sum, whatever the rounding.
  static long reduced(long minor, int percent, FinePolicy policy) {
    return percent == NONE
        ? minor
        : Math.min(minor, policy.rounded(Maximum.percent(minor, percent)));
  }

  /// Percentage of this loan's fine that is charged; the lowest if several amnesties apply.
  public static int percent(List<Amnesty> amnesties, OverdueLoan loan) {
    int percent = NONE;
    for (Amnesty one : amnesties) {
      if (one.days.holds(loan.returned().toLocalDate()) && one.days.covers(loan.lent())) {
        percent = Math.min(percent, one.percent);
      }
    }
    return percent;
  }
}
