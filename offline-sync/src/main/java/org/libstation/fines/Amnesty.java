package org.libstation.fines;

import java.util.List;

/// Days on which a return costs a share of the fine that grew, or nothing.
///
/// @param days when it is given back; by [SuspensionWindow#covers] for some loans only
/// @param percent of the fine that is still charged, from 0 to 100
public record Amnesty(SuspensionWindow days, int percent) {

  /// What is charged without one.
  static final int NONE = 100;

  /// @throws IllegalArgumentException for a share that is none
  public Amnesty {
    if (percent < 0 || percent > NONE) {
      throw new IllegalArgumentException("an amnesty leaves 0 to 100 percent");
    }
  }

  /// Never more than before, whatever the rounding.
  static long reduced(long minor, int percent, FinePolicy policy) {
    return percent == NONE
        ? minor
        : Math.min(minor, policy.rounded(Maximum.percent(minor, percent)));
  }

  /// What is charged of the fine of this loan; of several amnesties the kindest.
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
