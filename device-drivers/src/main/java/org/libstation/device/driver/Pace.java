package org.libstation.device.driver;

import java.time.Duration;

/// Limits how often something happens: a number of times at once, then once per pause.
public final class Pace {
  private final int atOnce;
  private final Duration pause;
  private int left;
  private Duration counted;

  /// @param atOnce at least 1
  /// @param now monotonic time
  public Pace(int atOnce, Duration pause, Duration now) {
    this.atOnce = atOnce;
    this.pause = pause;
    this.left = atOnce;
    this.counted = now;
  }

  /// Takes one turn if there is one.
  ///
  /// @return whether it may happen now; if so, it counts
  public boolean take(Duration now) {
    long more = now.minus(counted).dividedBy(pause);
    left = (int) Math.min(atOnce, left + more);
    counted = counted.plus(pause.multipliedBy(more));
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }

  /// Whether the full number is available at once again, because nothing was held back lately.
  public boolean isFull(Duration now) {
    return left + now.minus(counted).dividedBy(pause) >= atOnce;
  }
}
