package org.libstation.device.driver;

import java.time.Duration;

/// How often something may be said: so many times at once, then one each time a pause is over.
public final class Pace {
  private final int atOnce;
  private final Duration pause;
  private int left;
  private Duration counted;

  /// @param atOnce at least 1
  /// @param now monotonic
  public Pace(int atOnce, Duration pause, Duration now) {
    this.atOnce = atOnce;
    this.pause = pause;
    this.left = atOnce;
    this.counted = now;
  }

  /// @return whether it may be said now; then it counts
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

  /// Whether nothing was held back of late: all may be said at once again.
  public boolean isFull(Duration now) {
    return left + now.minus(counted).dividedBy(pause) >= atOnce;
  }
}
