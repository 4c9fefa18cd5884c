package org.libstation.lab.link.simulated;

import java.time.Duration;
import java.time.Instant;
import org.libstation.device.DeviceClock;

/// A clock that moves only when [#advance] is called.
public final class ManualClock implements DeviceClock {
  private Instant wall;
  private Duration monotonic = Duration.ZERO;

  public ManualClock(Instant wall) {
    this.wall = wall;
  }

  @Override
  public synchronized Instant instant() {
    return wall;
  }

  @Override
  public synchronized Duration monotonic() {
    return monotonic;
  }

  /// Moves both times, wall time and monotonic time.
  public synchronized void advance(Duration by) {
    wall = wall.plus(by);
    monotonic = monotonic.plus(by);
  }
}
