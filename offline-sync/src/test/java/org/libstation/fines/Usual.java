package org.libstation.fines;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.Money;

/// What most tests of fines count with.
final class Usual {
  private Usual() {}

  /// For each counted day, or part of a day, and each item: the day set.
  ///
  /// @param maximum never more than this for one item; empty when there is none
  static FinePolicy perDay(
      String version, Money rate, Optional<Money> maximum, CountingRule.OnRenewal onRenewal) {
    return FinePolicy.of(version, rate, Maximum.of(maximum), 1, CountingRule.dates(onRenewal));
  }

  /// A place that is open every day, like a 24-hour station.
  static OpeningCalendar alwaysOpen(String version) {
    return new OpeningCalendar(version, Set.of(), Map.of(), Set.of(), Map.of(), Map.of());
  }
}
