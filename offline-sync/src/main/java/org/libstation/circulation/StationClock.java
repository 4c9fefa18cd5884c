package org.libstation.circulation;

import java.time.Duration;

/// This is the station's clock: every moment that is written down comes from here.
public interface StationClock {

  EventTime now();

  /// Time since some fixed moment of this run; never jumps. Waits are measured with it.
  Duration monotonic();
}
