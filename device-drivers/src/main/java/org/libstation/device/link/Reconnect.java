package org.libstation.device.link;

import java.time.Duration;
import java.util.List;

/// When to try a lost device again: after 0.5, 1, then every 2 seconds; one that talks nonsense
/// after [#QUARANTINE].
public final class Reconnect {
  private static final List<Duration> WAITS =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

  /// How long a device that talks nonsense is left alone.
  public static final Duration QUARANTINE = Duration.ofSeconds(60);

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

  /// It talked nonsense.
  public void quarantined(Duration now) {
    notBefore = now.plus(QUARANTINE);
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
