package org.libstation.device.link;

import java.time.Duration;
import java.util.List;

/// When to try a lost device again: 0.5, 1, 2, then every 5 seconds.
public final class Reconnect {
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofMillis(500),
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5));

  private int failures;
  private Duration notBefore = Duration.ZERO;

  /// Whether a try is due.
  ///
  /// @param now monotonic time
  public boolean due(Duration now) {
    return failures == 0 || now.compareTo(notBefore) >= 0;
  }

  /// A try failed.
  public void failed(Duration now) {
    notBefore = now.plus(WAITS.get(Math.min(failures, WAITS.size() - 1)));
    failures++;
  }

  /// It works again.
  public void succeeded() {
    failures = 0;
  }

  /// Failed tries in a row.
  public int failures() {
    return failures;
  }
}
