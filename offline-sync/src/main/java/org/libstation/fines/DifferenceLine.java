package org.libstation.fines;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libstation.fines.OverdueLoan.Leg;

/// Counts the difference between due moment and return, less every closed day between them, as in
/// Koha's `Koha::Calendar` (`days_between`, `hours_between`, read in versions 18 to 24).
///
/// - By days: the walk goes from the due moment in steps of a day up to the return. A closed due
///   date is subtracted although it never counted. The day of the return is subtracted only if the
///   return's clock time is not before the due clock time.
/// - By hours: 24 hours are subtracted for each closed date from the due date to the return, both
///   included. The rest is cut to whole hours; a rest of seconds only counts as one hour.
///
/// Suspended days are treated as the holidays that a Koha library would have entered.
record DifferenceLine(DayBook book, Grace grace, boolean hours, boolean byCalendar)
    implements CountingLine {
  private static final long MINUTES_PER_DAY = 1440;
  private static final long HOURS_PER_DAY = 24;

  /// The dates of the walk, and the closed and suspended ones among them.
  private record Walk(long first, long last, long closed, long suspended) {
    long off() {
      return closed + suspended;
    }
  }

  @Override
  public long quantaPerUnit() {
    return 1;
  }

  @Override
  public QuantaCount count(Leg leg) {
    if (leg.seconds() <= 0) {
      return QuantaCount.NOTHING;
    }
    Walk walk = walk(leg);
    if (hours) {
      return new QuantaCount(
          hours(leg.seconds(), 0),
          HOURS_PER_DAY * walk.closed(),
          HOURS_PER_DAY * walk.suspended(),
          Math.max(0, hours(seconds(leg), walk.off())));
    }
    long elapsed = leg.untilDay() - leg.dueDay() - never(leg.dueDay() + 1, leg.untilDay(), leg);
    return new QuantaCount(
        elapsed, walk.closed(), walk.suspended(), Math.max(0, elapsed - walk.off()));
  }

  /// With a calendar, Koha counts in wall-clock time, otherwise in exact elapsed time.
  private long seconds(Leg leg) {
    return byCalendar
        ? leg.until().toLocalDateTime().toEpochSecond(ZoneOffset.UTC)
            - leg.due().toLocalDateTime().toEpochSecond(ZoneOffset.UTC)
        : leg.seconds();
  }

  private static long hours(long seconds, long daysOff) {
    long minutes = Math.floorDiv(seconds, 60L) - daysOff * MINUTES_PER_DAY;
    long whole = minutes / 60;
    return whole == 0 && Math.floorMod(seconds, 60L) > 0 ? 1 : whole;
  }

  private Walk walk(Leg leg) {
    long first = leg.dueDay();
    boolean reachesReturn = hours || !leg.until().toLocalTime().isBefore(leg.due().toLocalTime());
    long last = reachesReturn ? leg.untilDay() : leg.untilDay() - 1;
    if (last < first) {
      return new Walk(first, last, 0, 0);
    }
    long open = book.open.sum(first - 1, last);
    long suspended = book.suspended.sum(first - 1, last);
    if (!hours) {
      for (long day : ZoneDays.skipped(leg.due().getZone())) {
        if (day >= first && day <= last) {
          open += 1 - book.open.at(day);
          suspended -= book.suspended.at(day);
        }
      }
    }
    return new Walk(first, last, last - first + 1 - open, suspended);
  }

  /// Number of these dates that the zone skipped; they cost nothing, and nothing is subtracted for
  /// them.
  private static long never(long first, long last, Leg leg) {
    return Arrays.stream(ZoneDays.skipped(leg.due().getZone()))
        .filter(day -> day >= first && day <= last)
        .count();
  }

  @Override
  public long graceQuanta() {
    Interval.Unit unit = hours ? Interval.Unit.HOUR : Interval.Unit.DAY;
    return grace.seconds() / unit.seconds();
  }

  @Override
  public List<JudgedUnit> judge(Leg leg) {
    List<JudgedUnit> days = new ArrayList<>();
    LocalDate due = leg.due().toLocalDate();
    days.add(JudgedUnit.day(due, new DayVerdict.NotYetDue()));
    if (leg.seconds() <= 0) {
      return days;
    }
    return hours ? byHours(leg, days) : byDays(leg, due, days);
  }

  private List<JudgedUnit> byDays(Leg leg, LocalDate due, List<JudgedUnit> days) {
    Walk walk = walk(leg);
    boolean owed =
        walk.last() >= walk.first() && !(book.verdict(due) instanceof DayVerdict.Counted);
    for (long epochDay = leg.dueDay() + 1; epochDay <= leg.untilDay(); epochDay++) {
      LocalDate day = LocalDate.ofEpochDay(epochDay);
      if (!leg.isDate(day)) {
        continue;
      }
      DayVerdict found = epochDay <= walk.last() ? book.verdict(day) : new DayVerdict.Counted();
      if (owed && found instanceof DayVerdict.Counted) {
        owed = false;
        found = new DayVerdict.DueDateOff();
      }
      days.add(JudgedUnit.day(day, found));
    }
    return days;
  }

  private List<JudgedUnit> byHours(Leg leg, List<JudgedUnit> days) {
    Walk walk = walk(leg);
    for (long epochDay = walk.first(); epochDay <= walk.last(); epochDay++) {
      LocalDate day = LocalDate.ofEpochDay(epochDay);
      DayVerdict found = book.verdict(day);
      if (!(found instanceof DayVerdict.Counted)) {
        days.add(new JudgedUnit(day, Optional.empty(), HOURS_PER_DAY, found));
      }
    }
    long counted = count(leg).counted();
    if (counted > 0) {
      days.add(
          new JudgedUnit(
              leg.until().toLocalDate(),
              Optional.of(leg.until().toLocalDateTime()),
              counted,
              new DayVerdict.Counted()));
    }
    return days;
  }
}
