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

/// A calendar that service points use, with everything that was ever announced about it.
///
/// @param version name of its present state; each assessment records it
/// @param closedWeekly weekdays on which the place is closed
/// @param hours of the other weekdays; a missing one is open all day
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

  /// One announcement about single days. A later one about the same day replaces it.
  ///
  /// @param number its position in the document, from 1
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

  /// What an announcement makes of single days.
  public sealed interface CalendarDay {
    /// @param reason never [ClosedReason#WEEKLY]
    record ClosedDay(ClosedReason reason) implements CalendarDay {}

    /// Open for part of the day only. With the reason GALE, the fine counter treats it as a gale
    /// day.
    record PartlyOpen(OpenHours hours, CalendarReason why) implements CalendarDay {}

    /// Open, whatever the weekday or an earlier announcement says.
    record OpenAnyway() implements CalendarDay {}
  }

  /// Why a place is open for part of a day only.
  public enum CalendarReason {
    HOLIDAY,
    GALE,
    RAIN,
    MAINTENANCE,
    EMERGENCY,
    OTHER
  }

  /// The calendar as it was known at a moment.
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
