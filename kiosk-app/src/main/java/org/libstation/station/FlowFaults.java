package org.libstation.station;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// Counts faults of the flow. A single fault costs one event; repeated faults mean that the station
/// is stuck.
final class FlowFaults {
  static final Duration WITHIN = Duration.ofMinutes(1);

  /// Number of faults tolerated within the time [#WITHIN].
  static final int BORNE = 2;

  private final Deque<Long> times = new ArrayDeque<>();

  /// Counts one more fault.
  ///
  /// @param now monotonic time in nanoseconds
  /// @return whether there were too many
  boolean tooMany(long now) {
    while (!times.isEmpty() && now - times.getFirst() > WITHIN.toNanos()) {
      times.removeFirst();
    }
    times.addLast(now);
    return times.size() > BORNE;
  }
}
