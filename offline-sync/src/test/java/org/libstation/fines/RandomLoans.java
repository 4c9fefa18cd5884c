package org.libstation.fines;

import java.util.ArrayList;
import java.util.List;

/// Random loans under random rules for the tests of other packages: once lent, never renewed.
public final class RandomLoans {
  private RandomLoans() {}

  /// A loan, its rules, and what it costs by them.
  public record Counted(
      OpeningCalendar calendar,
      List<SuspensionWindow> windows,
      FinePolicy policy,
      OverdueLoan loan,
      Assessment assessment) {}

  public static List<Counted> some(int count) {
    List<Counted> all = new ArrayList<>(count);
    for (long seed = 0; all.size() < count; seed++) {
      RandomCases.Case one = new RandomCases(seed).next();
      if (one.loan().renewals().isEmpty() && !one.loan().amnesty()) {
        all.add(new Counted(one.calendar(), one.windows(), one.policy(), one.loan(), one.assess()));
      }
    }
    return all;
  }
}
