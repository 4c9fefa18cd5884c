package org.libstation.device.link;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When to try a lost device again: after 0.5, 1, then every 2 seconds, at once when it was plugged
/// in again; one that talks nonsense by [#NONSENSE_WAITS].
public final class Reconnect {
  private static final List<Duration> WAITS =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

  /// How long a device is left alone that talks nonsense once more, each time longer, the last one
  /// from then on: noise is mostly over at once, and meanwhile a patron waits or an eye is blind.
  public static final List<Duration> NONSENSE_WAITS =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15));

  /// After so long without nonsense, and with answers, the next one is the first again.
  public static final Duration GOOD_STRETCH = Duration.ofSeconds(30);

  private int failures;
  private int waited;
  private int nonsense;
  private @Nullable Duration goodSince;
  private Duration notBefore = Duration.ZERO;

  /// Whether a try is due.
  ///
  /// @param now monotonic time
  public boolean due(Duration now) {
    return failures == 0 || now.compareTo(notBefore) >= 0;
  }

  /// A try failed.
  public void failed(Duration now) {
    notBefore = now.plus(step(WAITS, waited));
    failures++;
    waited++;
    goodSince = null;
  }

  /// It talked nonsense.
  ///
  /// @return how long it is left alone
  public Duration talkedNonsense(Duration now) {
    Duration wait = step(NONSENSE_WAITS, nonsense);
    notBefore = now.plus(wait);
    failures++;
    nonsense++;
    goodSince = null;
    return wait;
  }

  private static Duration step(List<Duration> waits, int taken) {
    return waits.get(Math.min(taken, waits.size() - 1));
  }

  /// How often it has talked nonsense since the last good stretch.
  public int nonsense() {
    return nonsense;
  }

  /// It was plugged in anew: tried now, and soon again should it not be up yet.
  public void arrived() {
    notBefore = Duration.ZERO;
    waited = 0;
    nonsense = 0;
  }

  /// How long until a try is due.
  public Duration left(Duration now) {
    return due(now) ? Duration.ZERO : notBefore.minus(now);
  }

  /// It answered rightly.
  ///
  /// @return whether with that a stretch of nonsense is over
  public boolean succeeded(Duration now) {
    failures = 0;
    waited = 0;
    if (nonsense == 0) {
      return false;
    }
    Duration since = goodSince;
    if (since == null) {
      goodSince = now;
      return false;
    }
    if (now.minus(since).compareTo(GOOD_STRETCH) < 0) {
      return false;
    }
    nonsense = 0;
    return true;
  }

  /// Failed tries in a row.
  public int failures() {
    return failures;
  }
}
