package org.libstation.service;

import java.time.Duration;
import java.util.OptionalLong;
import org.libstation.check.LinkCheck;
import org.libstation.check.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells once that the central system's clock and this machine's are far apart. Which of the two is
/// wrong nobody here knows: what happens is written by the central system's, and if that is the
/// wrong one, so is the moment on every slip.
public final class ClockWarning {
  private static final Logger log = LoggerFactory.getLogger(ClockWarning.class);

  private ClockWarning() {}

  /// @param apart central system's less this machine's
  public static void told(Metrics metrics, Duration apart) {
    boolean before = isFar(metrics.skewSeconds());
    metrics.skew(apart);
    if (isFar(OptionalLong.of(apart.toSeconds())) && !before) {
      log.warn(
          "the central system's clock is {} s ahead of this machine's (behind, if negative): one of"
              + " the two is wrong, and the central system's counts (G53); compare both with a third",
          apart.toSeconds());
    }
  }

  private static boolean isFar(OptionalLong seconds) {
    return seconds.isPresent() && LinkCheck.apart(seconds.getAsLong()).isPresent();
  }
}
