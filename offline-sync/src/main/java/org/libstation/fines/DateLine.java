package org.libstation.fines;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.libstation.fines.OverdueLoan.Leg;

/// The day set: each local date after the due date and not after the return, the lending place open
/// on it and no window holding it. A date that never was is none.
record DateLine(DayBook book, Grace grace) implements CountingLine {

  @Override
  public long quantaPerUnit() {
    return 1;
  }

  @Override
  public Count count(Leg leg) {
    long due = leg.dueDay();
    long until = leg.untilDay();
    long elapsed = until - due;
    if (elapsed <= 0) {
      return Count.NOTHING;
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
    return new Count(elapsed, elapsed - open, suspended, open - suspended);
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
