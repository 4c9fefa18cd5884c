package org.libstation.fines;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/// Converts a zone's local days and times into instants (epoch seconds).
record ZoneDays(ZoneId zone) {
  private static final Map<ZoneId, long[]> SKIPPED = new ConcurrentHashMap<>();

  /// Epoch days of the dates that this zone skipped, in order: Samoa went from 29 to 31 December
  /// 2011. Most zones have none.
  static long[] skipped(ZoneId zone) {
    return SKIPPED.computeIfAbsent(
        zone,
        asked ->
            asked.getRules().getTransitions().stream()
                .filter(ZoneOffsetTransition::isGap)
                .flatMapToLong(ZoneDays::skipped)
                .toArray());
  }

  private static LongStream skipped(ZoneOffsetTransition gap) {
    LocalDateTime before = gap.getDateTimeBefore();
    LocalDate first = before.toLocalDate();
    return LongStream.range(
        first.toEpochDay() + (before.equals(first.atStartOfDay()) ? 0 : 1),
        gap.getDateTimeAfter().toLocalDate().toEpochDay());
  }

  /// Instant at which this epoch day begins.
  long start(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(zone).toEpochSecond();
  }

  long at(LocalDateTime local) {
    return local.atZone(zone).toEpochSecond();
  }

  /// Epoch days with a clock change between two instants: their length or hours differ from a day
  /// of 24 hours. In practice at most two a year.
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
