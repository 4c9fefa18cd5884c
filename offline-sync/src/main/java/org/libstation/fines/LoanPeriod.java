package org.libstation.fines;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/// Length of a loan, and how its due moment moves if the place is closed then. Periods of days end
/// at the end of a local day; shorter ones are measured in exact elapsed time.
///
/// @param length from 1
/// @param roll for a period of days: all but the last two; for a shorter one: `KEEP`,
///   `NEXT_OPEN_DAY`, `END_OF_HOURS`, `NEXT_OPENING`
/// @param dayEnds clock time at which day loans are due: 23:59, for Evergreen 23:59:59
/// @param pushedTo clock time of a short loan that is moved to the next open day; for Koha 10:00
public record LoanPeriod(
    int length, Interval.Unit unit, Roll roll, LocalTime dayEnds, LocalTime pushedTo) {

  /// How a due moment moves if the place is closed then.
  public enum Roll {
    KEEP,
    /// Cap. 132AL s.19(3)(b); Koha `Datedue`; FOLIO "end of the next open day".
    NEXT_OPEN_DAY,
    /// FOLIO "end of the previous open day".
    PREVIOUS_OPEN_DAY,
    /// Closed days do not count as days of the loan (Koha `Calendar`).
    SKIP_CLOSED,
    /// The same weekday of a later week, for a period of whole weeks and a weekday on which the
    /// place usually opens. Otherwise the next open day (Koha `Dayweek`).
    SAME_WEEKDAY,
    /// The end of the current opening hours, or of the last ones before (FOLIO "end of the current
    /// hours").
    END_OF_HOURS,
    /// The beginning of the next opening hours (FOLIO "start of the next hours").
    NEXT_OPENING
  }

  private static final int WEEK = 7;

  /// @throws IllegalArgumentException if the period is shorter than one unit
  public LoanPeriod {
    if (length < 1) {
      throw new IllegalArgumentException("a loan has at least one " + unit);
    }
  }

  /// @param days length; such a loan is due at 23:59
  public static LoanPeriod days(int days, Roll roll) {
    return new LoanPeriod(days, Interval.Unit.DAY, roll, LocalTime.of(23, 59), LocalTime.of(10, 0));
  }

  /// The due moment of a loan or renewal that begins at `lent`, in the lending place's zone.
  public ZonedDateTime due(ZonedDateTime lent, OpeningCalendar calendar) {
    if (unit.isDays()) {
      return dueDay(lent.toLocalDate(), calendar).atTime(dayEnds).atZone(lent.getZone());
    }
    ZonedDateTime due = lent.plusSeconds(length * unit.seconds());
    return switch (roll) {
      case KEEP, SKIP_CLOSED -> due;
      case NEXT_OPEN_DAY, SAME_WEEKDAY -> {
        LocalDate open = calendar.nextOpenDay(due.toLocalDate());
        yield open.equals(due.toLocalDate()) ? due : open.atTime(pushedTo).atZone(due.getZone());
      }
      case PREVIOUS_OPEN_DAY, END_OF_HOURS -> endOfHours(due, calendar);
      case NEXT_OPENING -> nextOpening(due, calendar);
    };
  }

  /// The due day of a day loan.
  public LocalDate dueDay(LocalDate lent, OpeningCalendar calendar) {
    long days = length * unit.seconds() / Interval.Unit.DAY.seconds();
    LocalDate nominal = lent.plusDays(days);
    return switch (roll) {
      case KEEP -> nominal;
      case NEXT_OPEN_DAY, NEXT_OPENING -> calendar.nextOpenDay(nominal);
      case PREVIOUS_OPEN_DAY, END_OF_HOURS -> calendar.lastOpenDayBefore(nominal.plusDays(1));
      case SKIP_CLOSED -> calendar.openDaysAfter(lent, days);
      case SAME_WEEKDAY -> {
        boolean weeks = days % WEEK == 0 && !calendar.weekly().contains(nominal.getDayOfWeek());
        LocalDate day = nominal;
        while (weeks && calendar.closedOn(day).isPresent()) {
          day = day.plusDays(WEEK);
        }
        yield weeks ? day : calendar.nextOpenDay(nominal);
      }
    };
  }

  private static ZonedDateTime endOfHours(ZonedDateTime due, OpeningCalendar calendar) {
    LocalDateTime local = due.toLocalDateTime();
    LocalDate day = local.toLocalDate();
    boolean today =
        calendar.closedOn(day).isEmpty()
            && calendar
                .hoursOn(day)
                .map(open -> !local.toLocalTime().isBefore(open.opens()))
                .orElse(true);
    LocalDate last = today ? day : calendar.lastOpenDayBefore(day);
    LocalDateTime end =
        calendar
            .hoursOn(last)
            .filter(open -> !open.toMidnight())
            .map(open -> last.atTime(open.closes()))
            .orElseGet(() -> last.plusDays(1).atStartOfDay());
    return local.isAfter(end) || !today ? end.atZone(due.getZone()) : due;
  }

  private static ZonedDateTime nextOpening(ZonedDateTime due, OpeningCalendar calendar) {
    LocalDateTime local = due.toLocalDateTime();
    LocalDate day = local.toLocalDate();
    Optional<OpenHours> hours = calendar.hoursOn(day);
    if (calendar.closedOn(day).isEmpty()) {
      if (hours.isEmpty()) {
        return due;
      }
      boolean over = !hours.get().toMidnight() && local.toLocalTime().isAfter(hours.get().closes());
      if (!over) {
        LocalDateTime opens = day.atTime(hours.get().opens());
        return local.isBefore(opens) ? opens.atZone(due.getZone()) : due;
      }
    }
    LocalDate next = calendar.nextOpenDay(day.plusDays(1));
    LocalTime opens = calendar.hoursOn(next).map(OpenHours::opens).orElse(LocalTime.MIDNIGHT);
    return next.atTime(opens).atZone(due.getZone());
  }
}
