package org.libstation.fines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Set;
import java.util.TreeSet;

/// Where a zone's local days lie on the instant line (epoch seconds).
record ZoneDays(ZoneId zone) {

  long start(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
  }

  long at(LocalDateTime local) {
    return local.atZone(zone).toEpochSecond();
  }

  /// The epoch days touched by a change of the clock between two instants: those whose length or
  /// whose hours are not what a day of 24 hours has. Two a year at most, in practice.
  Set<Long> changes(long from, long to) {
    ZoneRules rules = zone.getRules();
    if (rules.isFixedOffset()) {
      return Set.of();
    }
    Set<Long> days = new TreeSet<>();
    ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(from));
    while (next != null && next.toEpochSecond() <= to) {
      days.add(next.getDateTimeBefore().toLocalDate().toEpochDay());
      days.add(next.getDateTimeAfter().toLocalDate().toEpochDay());
      next = rules.nextTransition(next.getInstant());
    }
    return days;
  }
}
