package org.libstation.fines;

import java.util.Arrays;
import java.util.SortedMap;

/// A whole number for each day (1 if open, or a number of seconds), and its sums over any run of
/// days. The weekday gives the number, except for single days with their own number.
///
/// A sum costs two binary searches among the single days, however long the run is. Days are epoch
/// days.
final class CalendarSums {
  private static final int WEEK = 7;

  private final long[] week;
  private final long[] weekBefore = new long[WEEK + 1];
  private final long[] singles;
  private final long[] deltas;
  private final long[] deltasBefore;

  /// @param week numbers by epoch day modulo 7 (0 is a Thursday)
  /// @param singles days with their own number
  CalendarSums(long[] week, SortedMap<Long, Long> singles) {
    this.week = week.clone();
    for (int i = 0; i < WEEK; i++) {
      weekBefore[i + 1] = weekBefore[i] + week[i];
    }
    int count = singles.size();
    this.singles = new long[count];
    this.deltas = new long[count];
    this.deltasBefore = new long[count + 1];
    int i = 0;
    for (var single : singles.entrySet()) {
      this.singles[i] = single.getKey();
      deltas[i] = single.getValue() - week[weekday(single.getKey())];
      deltasBefore[i + 1] = deltasBefore[i] + deltas[i];
      i++;
    }
  }

  long at(long day) {
    int found = Arrays.binarySearch(singles, day);
    return week[weekday(day)] + (found < 0 ? 0 : deltas[found]);
  }

  /// Sum over the days `after < day <= upTo`; 0 if there are none.
  long sum(long after, long upTo) {
    if (upTo <= after) {
      return 0;
    }
    return upTo(upTo)
        - upTo(after)
        + deltasBefore[singlesUpTo(upTo)]
        - deltasBefore[singlesUpTo(after)];
  }

  /// Sum over the days `start + step`, `start + 2 step`, … `start + count step`.
  long strided(long start, long count, long step) {
    if (count <= 0) {
      return 0;
    }
    if (step == 1) {
      return sum(start, start + count);
    }
    long sum = 0;
    for (int first = 1; first <= Math.min(WEEK, count); first++) {
      // Every seventh of these days falls on the same weekday.
      sum += week[weekday(start + first * step)] * ((count - first) / WEEK + 1);
    }
    int end = singlesUpTo(start + count * step);
    for (int i = singlesUpTo(start); i < end; i++) {
      if ((singles[i] - start) % step == 0) {
        sum += deltas[i];
      }
    }
    return sum;
  }

  private static int weekday(long day) {
    return (int) Math.floorMod(day, (long) WEEK);
  }

  /// Sum of the weekdays' numbers up to a day, from a fixed Thursday.
  private long upTo(long day) {
    return Math.floorDiv(day + 1, (long) WEEK) * weekBefore[WEEK] + weekBefore[weekday(day + 1)];
  }

  private int singlesUpTo(long day) {
    int found = Arrays.binarySearch(singles, day);
    return found < 0 ? -found - 1 : found + 1;
  }
}
