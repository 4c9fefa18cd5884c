package org.libstation.fines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// On which days the lending place is closed, and why. Days are never taken out once they passed; a
/// corrected calendar has a new version.
///
/// @param version names this state of the calendar in every assessment made with it
/// @param weekly weekdays on which the place is always closed
/// @param closed single closed days
/// @param openDespite days on which it opens although the weekday is a closed one
/// @param hours when it is open on an open day; a weekday that is missing is open all day
/// @param partDays open days with other hours than their weekday's
public record OpeningCalendar(
    String version,
    Set<DayOfWeek> weekly,
    Map<LocalDate, ClosedReason> closed,
    Set<LocalDate> openDespite,
    Map<DayOfWeek, OpenHours> hours,
    Map<LocalDate, OpenHours> partDays) {

  /// @throws IllegalArgumentException when all seven weekdays are closed: no due date could be
  ///   found
  public OpeningCalendar {
    weekly = Set.copyOf(weekly);
    closed = Map.copyOf(new TreeMap<>(closed));
    openDespite = Set.copyOf(openDespite);
    hours = Map.copyOf(hours);
    partDays = Map.copyOf(partDays);
    if (weekly.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("a place that is closed on all weekdays lends nothing");
    }
  }

  /// Why it is closed on this day; empty when it is open. A single closed day goes before an
  /// exceptional opening, and that before the weekly closing day.
  public Optional<ClosedReason> closedOn(LocalDate day) {
    ClosedReason single = closed.get(day);
    if (single != null) {
      return Optional.of(single);
    }
    return weeklyOn(day);
  }

  /// Whether only its weekday closes it.
  Optional<ClosedReason> weeklyOn(LocalDate day) {
    boolean closed = weekly.contains(day.getDayOfWeek()) && !openDespite.contains(day);
    return closed ? Optional.of(ClosedReason.WEEKLY) : Optional.empty();
  }

  /// Its hours on an open day; empty when it is open all day.
  public Optional<OpenHours> hoursOn(LocalDate day) {
    OpenHours part = partDays.get(day);
    return Optional.ofNullable(part == null ? hours.get(day.getDayOfWeek()) : part);
  }

  /// This day when the place is open, else the next day on which it is: how a due date is rolled
  /// (Cap. 132AL s.19(3)(b)).
  public LocalDate nextOpenDay(LocalDate day) {
    LocalDate candidate = day;
    while (closedOn(candidate).isPresent()) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  /// The day on which so many open days after this one are over.
  ///
  /// @param count from 1
  LocalDate openDaysAfter(LocalDate day, long count) {
    LocalDate candidate = day;
    for (long left = count; left > 0; left--) {
      candidate = nextOpenDay(candidate.plusDays(1));
    }
    return candidate;
  }

  /// The last day before this one on which the place was open.
  public LocalDate lastOpenDayBefore(LocalDate day) {
    LocalDate candidate = day.minusDays(1);
    while (closedOn(candidate).isPresent()) {
      candidate = candidate.minusDays(1);
    }
    return candidate;
  }
}
