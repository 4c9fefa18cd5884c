package org.libstation.sync;

import java.time.Duration;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;

/// Measures how long ago something happened. A wait that must be certain counts monotonic time
/// only. For an event of an earlier run of the machine, it starts again with this run.
final class Elapsed {
  private final StationClock clock;
  private final Duration runBegan;

  Elapsed(StationClock clock) {
    this.clock = clock;
    this.runBegan = clock.monotonic();
  }

  /// The time that has certainly passed since `then`, by monotonic time.
  Duration certainly(EventTime then) {
    EventTime now = clock.now();
    Duration since = then.bootId().equals(now.bootId()) ? then.monotonic() : runBegan;
    return now.monotonic().minus(since);
  }

  /// The best estimate of the time since `then`. Across a restart it uses the wall clock, unless
  /// one of the two times is in doubt or the clock went back.
  Duration probably(EventTime then) {
    EventTime now = clock.now();
    if (then.bootId().equals(now.bootId()) || then.doubtful() || now.doubtful()) {
      return certainly(then);
    }
    Duration byWall = Duration.between(then.corrected(), now.corrected());
    Duration certain = certainly(then);
    return byWall.compareTo(certain) > 0 ? byWall : certain;
  }

  /// The rest of `wait` after `elapsed`; never negative.
  Duration left(Duration wait, Duration elapsed) {
    Duration left = wait.minus(elapsed);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
