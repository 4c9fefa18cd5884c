package org.libstation.policy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.OpenHours;
import org.libstation.fines.OpeningCalendar;

/// The calendar of service points, with everything that was ever announced about it.
///
/// @param version names its present state in every assessment
/// @param closedWeekly weekdays on which the place is closed
/// @param hours of other weekdays; one that is missing is open all day
/// @param changes in the order of their announcement
public record PlaceCalendar(
    String id,
    String version,
    Set<DayOfWeek> closedWeekly,
    Map<DayOfWeek, OpenHours> hours,
    List<CalendarChange> changes,
    Origin origin) {
  public PlaceCalendar {
    closedWeekly = Set.copyOf(closedWeekly);
    hours = Map.copyOf(hours);
    changes = changes.stream().sorted(Comparator.comparing(CalendarChange::announcedAt)).toList();
  }

  /// One announcement about single days. A later one about the same day takes its place.
  ///
  /// @param number its place in the document, from 1
  /// @param what the name of the day, for people
  public record CalendarChange(
      int number,
      Instant announcedAt,
      Set<LocalDate> days,
      CalendarDay day,
      Optional<String> what,
      Origin origin) {
    public CalendarChange {
      days = Set.copyOf(days);
    }
  }

  /// What single days are.
  public sealed interface CalendarDay {
    /// @param reason never [ClosedReason#WEEKLY]
    record ClosedDay(ClosedReason reason) implements CalendarDay {}

    /// Open for part of the day only. Under a gale warning the engine takes it for a gale day.
    record PartlyOpen(OpenHours hours, CalendarReason why) implements CalendarDay {}

    /// Open, whatever the weekday or an earlier announcement says.
    record OpenAnyway() implements CalendarDay {}
  }

  /// Why a day has other hours than its weekday.
  public enum CalendarReason {
    HOLIDAY,
    GALE,
    RAIN,
    MAINTENANCE,
    EMERGENCY,
    OTHER
  }

  /// As it was known at a moment.
  OpeningCalendar at(Instant moment, String versionThen) {
    Map<LocalDate, ClosedReason> closed = new TreeMap<>();
    Map<LocalDate, OpenHours> parts = new TreeMap<>();
    Set<LocalDate> open = new HashSet<>();
    for (CalendarChange change : changes) {
      if (change.announcedAt().isAfter(moment)) {
        continue;
      }
      for (LocalDate day : change.days()) {
        closed.remove(day);
        parts.remove(day);
        open.remove(day);
        switch (change.day()) {
          case CalendarDay.ClosedDay(var reason) -> closed.put(day, reason);
          case CalendarDay.PartlyOpen(var hoursThen, var why) -> {
            parts.put(day, hoursThen);
            open.add(day);
            if (why == CalendarReason.GALE) {
              closed.put(day, ClosedReason.GALE);
            }
          }
          case CalendarDay.OpenAnyway() -> open.add(day);
        }
      }
    }
    return new OpeningCalendar(versionThen, closedWeekly, closed, open, hours, parts);
  }

  Set<Instant> announcements() {
    Set<Instant> all = new TreeSet<>();
    changes.forEach(change -> all.add(change.announcedAt()));
    return all;
  }
}
