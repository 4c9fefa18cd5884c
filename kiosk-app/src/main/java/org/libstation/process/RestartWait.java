package org.libstation.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// How long a supervisor waits before it starts a program again that ended by itself.
///
/// The first time it is a second; the fifth time within ten minutes it is given up for a while: a
/// program that ends again and again helps nobody, and its screen must not flicker.
final class RestartWait {
  static final Duration WITHIN = Duration.ofMinutes(10);
  static final Duration GIVEN_UP = Duration.ofMinutes(10);
  static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15));

  private final Deque<Duration> ends = new ArrayDeque<>();

  /// @param tooOften given up for a while
  record Wait(Duration time, boolean tooOften) {}

  /// It ended again.
  ///
  /// @param now monotonic
  Wait after(Duration now) {
    while (!ends.isEmpty() && now.minus(ends.getFirst()).compareTo(WITHIN) > 0) {
      ends.removeFirst();
    }
    ends.addLast(now);
    return ends.size() > WAITS.size()
        ? new Wait(GIVEN_UP, true)
        : new Wait(WAITS.get(ends.size() - 1), false);
  }
}
