package org.libstation.station;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// One fault of the flow costs one event; one after the other means that the station is stuck.
final class FlowFaults {
  static final Duration WITHIN = Duration.ofMinutes(1);

  /// So many are borne.
  static final int BORNE = 2;

  private final Deque<Long> times = new ArrayDeque<>();

  /// There was one more.
  ///
  /// @param now in nanoseconds, monotonic
  boolean tooMany(long now) {
    while (!times.isEmpty() && now - times.getFirst() > WITHIN.toNanos()) {
      times.removeFirst();
    }
    times.addLast(now);
    return times.size() > BORNE;
  }
}
