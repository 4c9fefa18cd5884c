package org.libstation.fines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.libstation.fines.OverdueLoan.Leg;

/// Counts the set of days: the local dates after the due date up to the return. The lending place
/// must be open on them, and no suspension window may hold. Dates that the zone skipped do not
/// count.
record DateLine(DayBook book, Grace grace) implements CountingLine {
  private static final int STEPS = 6;

  @Override
  public long quantaPerUnit() {
    return 1;
  }

  @Override
  public QuantaCount count(Leg leg) {
    return count(leg, leg.untilDay());
  }

  private long counted(Leg leg, long until) {
    return count(leg, until).counted();
  }

  private QuantaCount count(Leg leg, long until) {
    long due = leg.dueDay();
    long elapsed = until - due;
    if (elapsed <= 0) {
      return QuantaCount.NOTHING;
    }
    long open = book.open.sum(due, until);
    long suspended = book.suspended.sum(due, until);
    for (long never : ZoneDays.skipped(leg.due().getZone())) {
      if (never > due && never <= until) {
        elapsed--;
        open -= book.open.at(never);
        suspended -= book.suspended.at(never);
      }
    }
    return new QuantaCount(elapsed, elapsed - open, suspended, open - suspended);
  }

  /// The day on which this many days have counted.
  ///
  /// @param days no more than are counted up to the end of the leg
  long dayOf(Leg leg, long days) {
    // Each step goes ahead by the days still missing, which can never be too far.
    long before = leg.dueDay();
    long wanted = Math.max(1, days);
    for (int i = 0; i < STEPS && wanted > 0; i++) {
      before += wanted;
      wanted = days - counted(leg, before);
    }
    // A long window in between would need many steps, so a binary search follows.
    return wanted <= 0 ? before : halved(leg, before, days);
  }

  private long halved(Leg leg, long from, long days) {
    long before = from;
    long reached = leg.untilDay();
    while (reached - before > 1) {
      long middle = Math.ceilDiv(before + reached, 2L);
      if (counted(leg, middle) >= days) {
        reached = middle;
      } else {
        before = middle;
      }
    }
    return reached;
  }

  @Override
  public long graceQuanta() {
    return grace.seconds() / Interval.Unit.DAY.seconds();
  }

  @Override
  public List<JudgedUnit> judge(Leg leg) {
    List<JudgedUnit> days = new ArrayList<>();
    LocalDate due = leg.due().toLocalDate();
    days.add(JudgedUnit.day(due, new DayVerdict.NotYetDue()));
    LocalDate until = leg.until().toLocalDate();
    for (LocalDate day = due.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
      if (leg.isDate(day)) {
        days.add(JudgedUnit.day(day, book.verdict(day)));
      }
    }
    return days;
  }
}
