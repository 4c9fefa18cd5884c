package org.libstation.device;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The two times a driver needs: wall time for what it reports, monotonic time for how long it
/// waits.
public interface DeviceClock extends InstantSource {

  /// Time since some fixed moment; never jumps.
  Duration monotonic();

  /// The computer's own clocks.
  static DeviceClock system() {
    return new DeviceClock() {
      @Override
      public Instant instant() {
        return InstantSource.system().instant();
      }

      @Override
      public Duration monotonic() {
        return Duration.ofNanos(System.nanoTime());
      }
    };
  }
}
