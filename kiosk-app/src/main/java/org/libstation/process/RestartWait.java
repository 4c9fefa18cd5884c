package org.libstation.process;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// How long a supervisor waits before it restarts a program that ended unexpectedly.
///
/// The first wait is one second. After the fifth end within ten minutes the wait is ten minutes,
/// because a program that keeps ending helps nobody, and its screen must not flicker.
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

  /// @param tooOften whether the program ended too often, so that the wait is long
  record Wait(Duration time, boolean tooOften) {}

  /// Records an end, and returns how long to wait.
  ///
  /// @param now monotonic time
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
