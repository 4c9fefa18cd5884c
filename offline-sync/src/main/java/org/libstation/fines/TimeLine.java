package org.libstation.fines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.fines.OverdueLoan.Leg;

/// Counts exact elapsed time, without closed and suspended local dates and, if opening hours count,
/// without time outside them. A day with a clock change counts with its real length.
///
/// @param unit the unit in which the time is reported
/// @param wholeMinutes whether odd seconds are dropped, as in FOLIO
record TimeLine(DayBook book, Grace grace, Interval.Unit unit, boolean wholeMinutes)
    implements CountingLine {
  /// Shorter spans contain at most one clock change, mostly none.
  private static final long SHORT_DAYS = 30;

  @Override
  public long quantaPerUnit() {
    return unit.seconds();
  }

  @Override
  public QuantaCount count(Leg leg) {
    long elapsed = told(leg.seconds());
    if (elapsed <= 0) {
      return QuantaCount.NOTHING;
    }
    DayBook.Spent spent = spent(leg);
    long open = told(spent.open());
    long suspended = open - told(spent.open() - spent.suspended());
    return new QuantaCount(elapsed, elapsed - open, suspended, open - suspended);
  }

  private long told(long seconds) {
    return wholeMinutes ? seconds - Math.floorMod(seconds, 60L) : seconds;
  }

  private DayBook.Spent spent(Leg leg) {
    ZoneDays days = new ZoneDays(leg.due().getZone());
    long from = leg.due().toEpochSecond();
    long to = leg.until().toEpochSecond();
    long first = leg.dueDay();
    long last = leg.untilDay();
    if (first == last) {
      return book.spent(days, first, from, to);
    }
    return book.spent(days, first, from, days.start(first + 1))
        .plus(book.spent(days, last, days.start(last), to))
        .plus(book.nominal(first, last - 1))
        .plus(changed(days, leg));
  }

  /// What clock changes add on the days between the first and the last.
  private DayBook.Spent changed(ZoneDays days, Leg leg) {
    long first = leg.dueDay();
    long last = leg.untilDay();
    if (last - first > SHORT_DAYS && ClockChanges.knows(first, last) && book.isAskedOften()) {
      return book.changes(days.zone()).sum(first, last - 1);
    }
    DayBook.Spent sum = DayBook.Spent.NOTHING;
    for (long day : days.changes(leg.due().toEpochSecond(), leg.until().toEpochSecond())) {
      if (day > first && day < last) {
        sum = sum.plus(book.changed(days, day));
      }
    }
    return sum;
  }

  @Override
  public long graceQuanta() {
    return grace.seconds();
  }

  @Override
  public List<JudgedUnit> judge(Leg leg) {
    List<JudgedUnit> units = new ArrayList<>();
    units.add(JudgedUnit.day(leg.due().toLocalDate(), new DayVerdict.NotYetDue()));
    if (leg.seconds() <= 0) {
      return units;
    }
    ZoneDays days = new ZoneDays(leg.due().getZone());
    long due = leg.due().toEpochSecond();
    long until = leg.until().toEpochSecond();
    for (long epochDay = leg.dueDay(); epochDay <= leg.untilDay(); epochDay++) {
      long from = Math.max(due, days.start(epochDay));
      long to = Math.min(until, days.start(epochDay + 1));
      LocalDate day = LocalDate.ofEpochDay(epochDay);
      DayVerdict verdict = book.verdict(day);
      long open = book.spent(days, epochDay, from, to).open();
      if (to > from) {
        long amount = verdict instanceof DayVerdict.Counted ? open : to - from;
        units.add(new JudgedUnit(day, Optional.empty(), amount, verdict));
      }
    }
    return units;
  }
}
