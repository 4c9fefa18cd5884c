package org.libstation.fines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.libstation.fines.OverdueLoan.Leg;

/// Counts one bill for each interval that has begun, as Evergreen's `CircCommon` writes them.
///
/// The number of bills follows from elapsed seconds (86,400 for a day, whatever the clock did). A
/// bill is left out if its interval ends on a closed or suspended local date. Intervals of days end
/// at the due clock time; shorter ones are measured in exact elapsed time. The grace is over once
/// its seconds have passed.
record BillLine(DayBook book, CountingRule rule, OpeningCalendar calendar) implements CountingLine {
  private static final long DAY_SECONDS = 86_400;

  @Override
  public long quantaPerUnit() {
    return 1;
  }

  private long bills(Leg leg) {
    return leg.seconds() <= 0 ? 0 : rule.intervals(leg.seconds(), rule.interval().seconds());
  }

  @Override
  public QuantaCount count(Leg leg) {
    long bills = bills(leg);
    if (bills <= 0) {
      return QuantaCount.NOTHING;
    }
    long open;
    long suspended;
    if (rule.interval().isDays()) {
      long step = rule.interval().units();
      open = book.open.strided(leg.dueDay(), bills, step);
      suspended = book.suspended.strided(leg.dueDay(), bills, step);
    } else {
      ShortBills ends = new ShortBills(leg, bills, rule.interval().seconds());
      open = ends.on(book.open::at, book.open::sum);
      suspended = book.suspended.isEmpty() ? 0 : ends.on(book.suspended::at, book.suspended::sum);
    }
    return new QuantaCount(bills, bills - open, suspended, open - suspended);
  }

  /// Sum over the days `after < day <= upTo`.
  private interface DayRangeSum {
    long over(long after, long upTo);
  }

  /// The ends of intervals shorter than a day, counted by local date.
  private record ShortBills(
      ZoneDays days, long due, long firstDay, long lastDay, long bills, long step) {
    ShortBills(Leg leg, long bills, long step) {
      this(
          new ZoneDays(leg.due().getZone()),
          leg.due().toEpochSecond(),
          leg.dueDay(),
          leg.due().plusSeconds(bills * step).toLocalDate().toEpochDay(),
          bills,
          step);
    }

    /// Number of ends, each multiplied by the weight of its date.
    ///
    /// @param sum sums of the same weight over runs of days
    long on(LongUnaryOperator weight, DayRangeSum sum) {
      if (DAY_SECONDS % step != 0) {
        long all = 0;
        for (long day = firstDay; day <= lastDay; day++) {
          all += weight.applyAsLong(day) * endsOn(day);
        }
        return all;
      }
      long all = weight.applyAsLong(firstDay) * endsOn(firstDay);
      if (lastDay == firstDay) {
        return all;
      }
      long each = DAY_SECONDS / step;
      all += weight.applyAsLong(lastDay) * endsOn(lastDay);
      all += each * sum.over(firstDay, lastDay - 1);
      for (long day : days.changes(due, due + bills * step)) {
        if (day > firstDay && day < lastDay) {
          all += weight.applyAsLong(day) * (endsOn(day) - each);
        }
      }
      return all;
    }

    private long endsOn(long day) {
      return endsUpTo(days.start(day + 1) - 1) - endsUpTo(days.start(day) - 1);
    }

    private long endsUpTo(long instant) {
      return Math.clamp(Math.floorDiv(instant - due, step), 0, bills);
    }
  }

  @Override
  public boolean withinGrace(Leg leg, QuantaCount count) {
    return rule.grace().length() > 0 && leg.seconds() < graceSeconds(leg);
  }

  @Override
  public long graceQuanta() {
    return rule.grace().seconds() / rule.interval().seconds();
  }

  private long graceSeconds(Leg leg) {
    Grace grace = rule.grace();
    long days = grace.seconds() / DAY_SECONDS;
    if (days < 1 || grace.extension() == Grace.Extension.NONE) {
      return grace.seconds();
    }
    LocalDate due = leg.due().toLocalDate();
    LocalDate end =
        switch (grace.extension()) {
          case NONE -> due.plusDays(days);
          case IF_END_CLOSED -> calendar.nextOpenDay(due.plusDays(days));
          case OPEN_DAYS_ONLY -> calendar.openDaysAfter(due, days);
        };
    if (grace.trailingClosed()) {
      end = calendar.nextOpenDay(end.plusDays(1)).minusDays(1);
    }
    return grace.seconds() + (end.toEpochDay() - due.toEpochDay() - days) * DAY_SECONDS;
  }

  @Override
  public List<JudgedUnit> judge(Leg leg) {
    List<JudgedUnit> units = new ArrayList<>();
    units.add(JudgedUnit.day(leg.due().toLocalDate(), new DayVerdict.NotYetDue()));
    long bills = bills(leg);
    for (long bill = 1; bill <= bills; bill++) {
      LocalDateTime end =
          rule.interval().isDays()
              ? leg.due().toLocalDateTime().plusDays(bill * rule.interval().units())
              : leg.due().plusSeconds(bill * rule.interval().seconds()).toLocalDateTime();
      LocalDate day = end.toLocalDate();
      units.add(new JudgedUnit(day, Optional.of(end), 1, book.verdict(day)));
    }
    return units;
  }
}
