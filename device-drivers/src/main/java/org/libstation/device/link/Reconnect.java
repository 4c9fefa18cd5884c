package org.libstation.device.link;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides when to try a lost device again: after 0.5, 1, then every 2 seconds, and at once when it
/// was plugged in again. After invalid data the waits are [#NONSENSE_WAITS].
public final class Reconnect {
  private static final List<Duration> WAITS =
      List.of(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));

  /// Waits after invalid data, one per occurrence; the last one repeats. They begin short, because
  /// noise is mostly over at once and meanwhile a patron waits or a sensor is blind.
  public static final List<Duration> NONSENSE_WAITS =
      List.of(
          Duration.ZERO,
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(15));

  /// After this time with answers and without invalid data, the waits begin again at the first.
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

  /// Notes a failed try.
  public void failed(Duration now) {
    notBefore = now.plus(step(WAITS, waited));
    failures++;
    waited++;
    goodSince = null;
  }

  /// Notes that the device sent invalid data.
  ///
  /// @return how long to leave it alone
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

  /// Number of times that the device sent invalid data. It starts again at 0 after a
  /// [#GOOD_STRETCH] and when the device is plugged in.
  public int nonsense() {
    return nonsense;
  }

  /// Notes that the device was plugged in again. It is tried now, and soon again if it is not ready
  /// yet.
  public void arrived() {
    notBefore = Duration.ZERO;
    waited = 0;
    nonsense = 0;
  }

  /// Time until a try is due; zero if it is due.
  public Duration left(Duration now) {
    return due(now) ? Duration.ZERO : notBefore.minus(now);
  }

  /// Notes a correct answer.
  ///
  /// @return whether this ends a period of invalid data
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
