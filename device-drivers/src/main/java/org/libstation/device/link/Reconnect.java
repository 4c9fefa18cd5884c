package org.libstation.device.link;

import java.time.Duration;
import java.util.List;

/// When to try a lost device again: after 0.5, 1, then every 2 seconds, at once when it was plugged
/// in again; one that talks nonsense after [#QUARANTINE].
public final class Reconnect {
  private static final List<Duration> WAITS =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

  /// How long a device that talks nonsense is left alone.
  public static final Duration QUARANTINE = Duration.ofSeconds(60);

  private int failures;
  private int waited;
  private Duration notBefore = Duration.ZERO;

  /// Whether a try is due.
  ///
  /// @param now monotonic time
  public boolean due(Duration now) {
    return failures == 0 || now.compareTo(notBefore) >= 0;
  }

  /// A try failed.
  public void failed(Duration now) {
    notBefore = now.plus(WAITS.get(Math.min(waited, WAITS.size() - 1)));
    failures++;
    waited++;
  }

  /// It talked nonsense.
  public void quarantined(Duration now) {
    notBefore = now.plus(QUARANTINE);
    failures++;
  }

  /// It was plugged in anew: tried now, and soon again should it not be up yet.
  public void arrived() {
    notBefore = Duration.ZERO;
    waited = 0;
  }

  /// How long until a try is due.
  public Duration left(Duration now) {
    return due(now) ? Duration.ZERO : notBefore.minus(now);
  }

  /// It works again.
  public void succeeded() {
    failures = 0;
    waited = 0;
  }

  /// Failed tries in a row.
  public int failures() {
    return failures;
  }
}
