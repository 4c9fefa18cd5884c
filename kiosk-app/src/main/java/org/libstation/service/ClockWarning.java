package org.libstation.service;

import java.time.Duration;
import java.util.OptionalLong;
import org.libstation.check.LinkCheck;
import org.libstation.check.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Warns once if the central system's clock and this machine's differ much. The station cannot know
/// which one is wrong. Events are recorded by the central system's clock, so if that is wrong, so
/// are the times on receipts.
public final class ClockWarning {
  private static final Logger log = LoggerFactory.getLogger(ClockWarning.class);

  private ClockWarning() {}

  /// @param apart the central system's time minus this machine's
  public static void told(Metrics metrics, Duration apart) {
    boolean before = isFar(metrics.skewSeconds());
    metrics.skew(apart);
    if (isFar(OptionalLong.of(apart.toSeconds())) && !before) {
      log.warn(
          "the central system's clock is {} s ahead of this machine's (behind, if negative): one of"
              + " the two clocks is wrong (G53). Times follow the central system's; compare both with a third",
          apart.toSeconds());
    }
  }

  private static boolean isFar(OptionalLong seconds) {
    return seconds.isPresent() && LinkCheck.apart(seconds.getAsLong()).isPresent();
  }
}
