package org.libstation.circulation;

import java.time.Duration;

/// The station's clock. Every moment that is written down comes from it.
public interface StationClock {

  EventTime now();

  /// Time since a fixed moment of this run; it never jumps. All waits are measured with it.
  Duration monotonic();
}
