package org.libstation.fines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libstation.fines.OverdueLoan.Leg;

/// Time that passed on the instant line, less what of it lies on closed and suspended local dates
/// and, where opening hours count, outside them. A change of the clock makes its day as long as it
/// was.
///
/// @param unit in which it is told
/// @param wholeMinutes whether odd seconds are dropped, as FOLIO does
record TimeLine(DayBook book, Grace grace, Interval.Unit unit, boolean wholeMinutes)
    implements CountingLine {

  @Override
  public long quantaPerUnit() {
    return unit.seconds();
  }

  @Override
  public Count count(Leg leg) {
    long elapsed = told(leg.seconds());
    if (elapsed <= 0) {
      return Count.NOTHING;
    }
    Spent spent = spent(leg);
    long open = told(spent.open());
    long suspended = open - told(spent.open() - spent.suspended());
    return new Count(elapsed, elapsed - open, suspended, open - suspended);
  }

  private long told(long seconds) {
    return wholeMinutes ? seconds - Math.floorMod(seconds, 60L) : seconds;
  }

  /// @param suspended part of `open`
  private record Spent(long open, long suspended) {}

  private Spent spent(Leg leg) {
    ZoneDays days = new ZoneDays(leg.due().getZone());
    long from = leg.due().toEpochSecond();
    long to = leg.until().toEpochSecond();
    long first = leg.dueDay();
    long last = leg.untilDay();
    if (first == last) {
      return on(days, first, from, to);
    }
    Spent begin = on(days, first, from, days.start(first + 1));
    Spent end = on(days, last, days.start(last), to);
    long open = begin.open() + end.open() + book.openSeconds.sum(first, last - 1);
    long suspended =
        begin.suspended() + end.suspended() + book.suspendedSeconds.sum(first, last - 1);
    for (long day : days.changes(from, to)) {
      if (day > first && day < last) {
        Spent exact = on(days, day, days.start(day), days.start(day + 1));
        open += exact.open() - book.openSeconds.at(day);
        suspended += exact.suspended() - book.suspendedSeconds.at(day);
      }
    }
    return new Spent(open, suspended);
  }

  /// What of `[from, to)`, which lies on this day, may count.
  private Spent on(ZoneDays days, long epochDay, long from, long to) {
    if (book.open.at(epochDay) == 0) {
      return new Spent(0, 0);
    }
    LocalDate day = LocalDate.ofEpochDay(epochDay);
    Optional<OpenHours> hours = book.hoursOn(day);
    long begin = from;
    long end = to;
    if (hours.isPresent()) {
      begin = Math.max(begin, days.at(LocalDateTime.of(day, hours.get().opens())));
      end =
          Math.min(
              end,
              hours.get().toMidnight()
                  ? days.start(epochDay + 1)
                  : days.at(LocalDateTime.of(day, hours.get().closes())));
    }
    long open = Math.max(0, end - begin);
    return new Spent(open, book.suspended.at(epochDay) == 0 ? 0 : open);
  }

  @Override
  public boolean withinGrace(Leg leg, Count count) {
    return count.counted() <= graceQuanta();
  }

  @Override
  public long graceQuanta() {
    return grace.seconds();
  }

  @Override
  public List<JudgedUnit> judge(Leg leg) {
    List<JudgedUnit> units = new ArrayList<>();
    units.add(JudgedUnit.day(leg.due().toLocalDate(), new Verdict.NotYetDue()));
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
      Verdict verdict = book.verdict(day);
      long open = on(days, epochDay, from, to).open();
      if (to > from) {
        long amount = verdict instanceof Verdict.Counted ? open : to - from;
        units.add(new JudgedUnit(day, Optional.empty(), amount, verdict));
      }
    }
    return units;
  }
}
