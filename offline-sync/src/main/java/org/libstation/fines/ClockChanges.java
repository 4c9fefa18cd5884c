package org.libstation.fines;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;

/// Sums of what one zone's clock changes add to the time that may count. Each changed day adds its
/// difference from a day of 24 hours, which may be negative.
final class ClockChanges {
  private static final long FIRST = LocalDate.of(1970, 1, 1).toEpochDay();
  private static final long LAST = LocalDate.of(2100, 1, 1).toEpochDay();

  private final long[] days;
  private final long[] open;
  private final long[] suspended;

  ClockChanges(ZoneId zone, DayBook book) {
    ZoneDays zoned = new ZoneDays(zone);
    days =
        zoned.changes(zoned.start(FIRST), zoned.start(LAST)).stream()
            .mapToLong(Long::longValue)
            .toArray();
    open = new long[days.length + 1];
    suspended = new long[days.length + 1];
    for (int i = 0; i < days.length; i++) {
      DayBook.Spent more = book.changed(zoned, days[i]);
      open[i + 1] = open[i] + more.open();
      suspended[i + 1] = suspended[i] + more.suspended();
    }
  }

  /// Whether all changes between these days are included.
  static boolean knows(long first, long last) {
    return first > FIRST && last < LAST;
  }

  /// Sum over the days `after < day <= upTo`.
  DayBook.Spent sum(long after, long upTo) {
    int from = upTo(after);
    int to = upTo(upTo);
    return new DayBook.Spent(open[to] - open[from], suspended[to] - suspended[from]);
  }

  private int upTo(long day) {
    int found = Arrays.binarySearch(days, day);
    return found < 0 ? -found - 1 : found + 1;
  }
}
