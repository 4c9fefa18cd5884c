package org.libstation.fines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// On which days a place is closed, and why. Days remain in the calendar after they have passed; a
/// corrected calendar has a new version.
///
/// @param version identifies this version of the calendar in every assessment
/// @param weekly weekdays on which the place is always closed
/// @param closed single closed days
/// @param openDespite days on which the place opens although it is closed on that weekday
/// @param hours opening hours of open days; a weekday without an entry is open all day
/// @param partDays open days with hours other than their weekday's
public record OpeningCalendar(
    String version,
    Set<DayOfWeek> weekly,
    Map<LocalDate, ClosedReason> closed,
    Set<LocalDate> openDespite,
    Map<DayOfWeek, OpenHours> hours,
    Map<LocalDate, OpenHours> partDays) {

  /// @throws IllegalArgumentException if all seven weekdays are closed, so that no due date could
  ///   be found
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

  /// Why the place is closed on this day; empty if it is open. A single closed day overrides an
  /// exceptional opening, which overrides the weekly closing day.
  public Optional<ClosedReason> closedOn(LocalDate day) {
    ClosedReason single = closed.get(day);
    if (single != null) {
      return Optional.of(single);
    }
    return weeklyOn(day);
  }

  /// [ClosedReason#WEEKLY] if the weekday is a closed one without an exceptional opening. Single
  /// closed days are ignored.
  Optional<ClosedReason> weeklyOn(LocalDate day) {
    boolean closed = weekly.contains(day.getDayOfWeek()) && !openDespite.contains(day);
    return closed ? Optional.of(ClosedReason.WEEKLY) : Optional.empty();
  }

  /// The hours of an open day; empty if the place is open all day.
  public Optional<OpenHours> hoursOn(LocalDate day) {
    OpenHours part = partDays.get(day);
    return Optional.ofNullable(part == null ? hours.get(day.getDayOfWeek()) : part);
  }

  /// This day if the place is open, otherwise the next open day. A due date is moved in this way
  /// (Cap. 132AL s.19(3)(b)).
  public LocalDate nextOpenDay(LocalDate day) {
    LocalDate candidate = day;
    while (closedOn(candidate).isPresent()) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  /// The last of `count` open days after this day.
  ///
  /// @param count from 1
  LocalDate openDaysAfter(LocalDate day, long count) {
    LocalDate candidate = day;
    for (long left = count; left > 0; left--) {
      candidate = nextOpenDay(candidate.plusDays(1));
    }
    return candidate;
  }

  /// The last open day before this one.
  public LocalDate lastOpenDayBefore(LocalDate day) {
    LocalDate candidate = day.minusDays(1);
    while (closedOn(candidate).isPresent()) {
      candidate = candidate.minusDays(1);
    }
    return candidate;
  }
}
