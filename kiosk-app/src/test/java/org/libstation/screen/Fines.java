package org.libstation.screen;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.Money;
import org.libstation.fines.BorrowingSuspension;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained;
import org.libstation.fines.FineExplained.Basis;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.Interval;
import org.libstation.fines.SampleFine;
import org.libstation.fines.Stage;
import org.libstation.fines.StageFee;
import org.libstation.fines.SuspensionDays;

/// Fines that the screens of the tests explain.
final class Fines {
  private static final LocalDate BACK = LocalDate.of(2026, 11, 24);
  private static final LocalDate AGAIN = LocalDate.of(2026, 12, 4);

  /// Due on a Monday, back on the Tuesday of the next week; closed on Thursday, a gale on Saturday.
  static final FineExplained NINE =
      fine(
          900,
          6,
          List.of(
              new DayVerdict.NotYetDue(),
              new DayVerdict.Counted(),
              new DayVerdict.Counted(),
              new DayVerdict.PlaceClosed(ClosedReason.WEEKLY),
              new DayVerdict.Counted(),
              new DayVerdict.PlaceClosed(ClosedReason.GALE),
              new DayVerdict.Counted(),
              new DayVerdict.Counted(),
              new DayVerdict.Counted()),
          false);

  static final FineExplained ESTIMATE =
      fine(
          300,
          2,
          List.of(
              new DayVerdict.NotYetDue(),
              new DayVerdict.Suspended("2026-3"),
              new DayVerdict.Counted(),
              new DayVerdict.WithinGrace(),
              new DayVerdict.Counted(),
              new DayVerdict.PlaceClosed(ClosedReason.HOLIDAY)),
          true);

  /// Late, and no day counts.
  static final FineExplained ESTIMATE_OF_NOTHING =
      fine(0, 0, List.of(new DayVerdict.NotYetDue(), new DayVerdict.WithinGrace()), true);

  /// Two days counted before the suspension began.
  static final FineExplained SUSPENDED_LATER =
      fine(
          300,
          2,
          List.of(
              new DayVerdict.NotYetDue(),
              new DayVerdict.Counted(),
              new DayVerdict.Counted(),
              new DayVerdict.Suspended("2026-3"),
              new DayVerdict.Suspended("2026-3"),
              new DayVerdict.Suspended("2026-3")),
          false);

  /// Due during the suspension.
  static final FineExplained SUSPENDED =
      fine(
          0,
          0,
          List.of(
              new DayVerdict.NotYetDue(),
              new DayVerdict.Suspended("2026-3"),
              new DayVerdict.Suspended("2026-3"),
              new DayVerdict.Suspended("2026-3")),
          true);

  /// So long that its middle is folded, and that the maximum is reached.
  static final FineExplained LONG = longFine();

  /// Two reminders cost something, the days between nothing.
  static final FineExplained STAGED = staged();

  /// Days without borrowing in the place of money: five days count, two days for each.
  static final ByDays IN_DAYS =
      inDays(0, new SuspensionDays(rule(false), 5, 10, false, BACK, AGAIN));

  /// Beside money, and added to others.
  static final ByDays BESIDE =
      inDays(150, new SuspensionDays(rule(true), 5, 10, false, BACK, AGAIN));

  /// Late, and within the grace.
  static final ByDays IN_DAYS_NONE =
      inDays(0, new SuspensionDays(rule(false), 0, 0, false, BACK, BACK));

  private Fines() {}

  private static BorrowingSuspension rule(boolean cumulative) {
    return new BorrowingSuspension(
        2,
        1,
        BorrowingSuspension.PartPeriod.PRO_RATA,
        OptionalInt.of(30),
        BorrowingSuspension.RunsOn.CALENDAR,
        cumulative);
  }

  private static ByDays inDays(long rate, SuspensionDays suspension) {
    List<DayVerdict> why = new ArrayList<>(List.of(new DayVerdict.NotYetDue()));
    for (int day = 1; day <= 5; day++) {
      why.add(suspension.isNone() ? new DayVerdict.WithinGrace() : new DayVerdict.Counted());
    }
    why.add(3, new DayVerdict.PlaceClosed(ClosedReason.WEEKLY));
    return ((ByDays) fine(5 * rate, 5, why, true))
        .with(c -> c.rate(Money.of(rate, "HKD")).suspension(Optional.of(suspension)));
  }

  private static FineExplained staged() {
    List<DayVerdict> why = new ArrayList<>(List.of(new DayVerdict.NotYetDue()));
    for (int day = 1; day <= 24; day++) {
      why.add(new DayVerdict.Counted());
    }
    LocalDate due = LocalDate.of(2026, 10, 31);
    List<Day> days = new ArrayList<>();
    why.forEach(each -> days.add(new Day(due.plusDays(days.size()), each)));
    return SampleFine.NONE.with(
        c ->
            c.sum(Money.of(3000, "HKD"))
                .rate(Money.of(0, "HKD"))
                .days(days)
                .basis(new Basis("example-2026-12", "stages-2026-1", false, false, false))
                .stages(
                    List.of(stage(1, due.plusDays(8), 1000), stage(2, due.plusDays(15), 2000))));
  }

  private static StageFee stage(int number, LocalDate day, long minor) {
    Money fee = Money.of(minor, "HKD");
    Money none = Money.of(0, "HKD");
    Stage stage =
        new Stage(Interval.days(7 * number), false, false, fee, false, false, none, false);
    return new StageFee(number, day, stage, fee, none);
  }

  private static FineExplained longFine() {
    List<DayVerdict> days = new ArrayList<>(List.of(new DayVerdict.NotYetDue()));
    for (int day = 1; day <= 40; day++) {
      days.add(day <= 20 ? new DayVerdict.Counted() : new DayVerdict.OverMaximum());
    }
    return fine(2950, 20, days, false);
  }

  private static FineExplained fine(
      long minor, int charged, List<DayVerdict> why, boolean estimate) {
    LocalDate due = LocalDate.of(2026, 11, 24).minusDays(why.size() - 1L);
    List<Day> days = new ArrayList<>();
    for (DayVerdict each : why) {
      days.add(new Day(due.plusDays(days.size()), each));
    }
    return SampleFine.NONE.with(
        c ->
            c.sum(Money.of(minor, "HKD"))
                .daysCharged(charged)
                .days(days)
                .basis(
                    new Basis("example-2026-12", "hkpl-example-2026-1", estimate, false, false)));
  }
}
