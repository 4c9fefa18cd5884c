package org.libstation.fines;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Sums of [CalendarSums] over the days of suspension windows only. The windows are merged first.
final class WindowSums {
  /// A run of days `[from, to)`; an open end is [#NEVER].
  record DayRun(long from, long to) {}

  /// A day that no loan reaches, small enough that sums cannot overflow.
  private static final long NEVER = Long.MAX_VALUE / 4;

  private final long[] from;
  private final long[] to;
  private final long[] before;
  private final CalendarSums sums;

  WindowSums(List<DayRun> merged, CalendarSums sums) {
    this.sums = sums;
    int count = merged.size();
    from = new long[count];
    to = new long[count];
    before = new long[count + 1];
    for (int i = 0; i < count; i++) {
      from[i] = merged.get(i).from();
      to[i] = merged.get(i).to();
      // Only the last run can have an open end, and its own sum is not used.
      before[i + 1] = to[i] == NEVER ? before[i] : before[i] + sums.sum(from[i] - 1, to[i] - 1);
    }
  }

  /// The windows' days as runs that neither overlap nor touch, in order.
  static List<DayRun> merge(List<SuspensionWindow> windows) {
    List<DayRun> sorted =
        windows.stream()
            .map(
                window ->
                    new DayRun(
                        window.from().toEpochDay(),
                        window.to().map(day -> day.toEpochDay()).orElse(NEVER)))
            .filter(run -> run.from() < run.to())
            .sorted(Comparator.comparingLong(DayRun::from))
            .toList();
    List<DayRun> merged = new ArrayList<>();
    for (DayRun run : sorted) {
      if (!merged.isEmpty() && run.from() <= merged.getLast().to()) {
        DayRun last = merged.removeLast();
        merged.add(new DayRun(last.from(), Math.max(last.to(), run.to())));
      } else {
        merged.add(run);
      }
    }
    return merged;
  }

  boolean isEmpty() {
    return from.length == 0;
  }

  long at(long day) {
    int run = runsBegunBy(day) - 1;
    return run >= 0 && day < to[run] ? sums.at(day) : 0;
  }

  /// Sum over the days `after < day <= upTo`.
  long sum(long after, long upTo) {
    return upTo <= after || isEmpty() ? 0 : upTo(upTo) - upTo(after);
  }

  /// Sum over the days `start + step`, `start + 2 step`, … `start + count step`.
  long strided(long start, long count, long step) {
    if (count <= 0 || isEmpty()) {
      return 0;
    }
    if (step == 1) {
      return sum(start, start + count);
    }
    long sum = 0;
    long end = start + count * step;
    for (int i = 0; i < from.length && from[i] <= end; i++) {
      long first = Math.max(1, Math.ceilDiv(from[i] - start, step));
      long last = Math.min(count, Math.floorDiv(to[i] - 1 - start, step));
      sum += sums.strided(start + (first - 1) * step, last - first + 1, step);
    }
    return sum;
  }

  private long upTo(long day) {
    int run = runsBegunBy(day) - 1;
    return run < 0 ? 0 : before[run] + sums.sum(from[run] - 1, Math.min(day, to[run] - 1));
  }

  private int runsBegunBy(long day) {
    int found = Arrays.binarySearch(from, day);
    return found < 0 ? -found - 1 : found + 1;
  }
}
