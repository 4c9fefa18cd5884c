package org.libstation.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.FineExplained;
import org.libstation.circulation.FineExplained.ByDays;
import org.libstation.circulation.FineExplained.Day;
import org.libstation.circulation.FineExplained.Why;
import org.libstation.circulation.Money;

/// Fines that the screens of the tests explain.
final class Fines {
  /// Due on a Monday, back on the Tuesday of the next week; closed on Thursday, a gale on Saturday.
  static final FineExplained NINE =
      fine(
          900,
          6,
          List.of(
              Why.DUE,
              Why.COUNTED,
              Why.COUNTED,
              Why.CLOSED_WEEKLY,
              Why.COUNTED,
              Why.CLOSED_GALE,
              Why.COUNTED,
              Why.COUNTED,
              Why.COUNTED),
          false);

  static final FineExplained ESTIMATE =
      fine(
          300,
          2,
          List.of(Why.DUE, Why.SUSPENDED, Why.COUNTED, Why.GRACE, Why.COUNTED, Why.CLOSED_HOLIDAY),
          true);

  /// Two days counted before the suspension began.
  static final FineExplained SUSPENDED_LATER =
      fine(
          300,
          2,
          List.of(Why.DUE, Why.COUNTED, Why.COUNTED, Why.SUSPENDED, Why.SUSPENDED, Why.SUSPENDED),
          false);

  /// Due during the suspension.
  static final FineExplained SUSPENDED =
      fine(0, 0, List.of(Why.DUE, Why.SUSPENDED, Why.SUSPENDED, Why.SUSPENDED), true);

  /// So long that its middle is folded, and that the maximum is reached.
  static final FineExplained LONG = longFine();

  private Fines() {}

  private static FineExplained longFine() {
    List<Why> days = new ArrayList<>(List.of(Why.DUE));
    for (int day = 1; day <= 40; day++) {
      days.add(day <= 20 ? Why.COUNTED : Why.OVER_MAXIMUM);
    }
    return fine(2950, 20, days, false);
  }

  private static FineExplained fine(long minor, int charged, List<Why> why, boolean estimate) {
    LocalDate due = LocalDate.of(2026, 11, 24).minusDays(why.size() - 1L);
    List<Day> days = new ArrayList<>();
    for (Why each : why) {
      Optional<String> notice = Optional.of("2026-3").filter(_ -> each == Why.SUSPENDED);
      days.add(new Day(due.plusDays(days.size()), each, notice));
    }
    return new ByDays(
        Money.of(minor, "HKD"),
        Money.of(150, "HKD"),
        charged,
        days,
        "example-2026-12",
        "hkpl-example-2026-1",
        estimate);
  }
}
