package org.libstation.sync;

import java.time.Duration;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;

/// How long ago something was. A wait that must be certain counts monotonic time only: what was
/// written in an earlier run of the machine begins again with this run.
final class Elapsed {
  private final StationClock clock;
  private final Duration runBegan;

  Elapsed(StationClock clock) {
    this.clock = clock;
    this.runBegan = clock.monotonic();
  }

  /// At least so long ago, by monotonic time.
  Duration certainly(EventTime then) {
    EventTime now = clock.now();
    Duration since = then.bootId().equals(now.bootId()) ? then.monotonic() : runBegan;
    return now.monotonic().minus(since);
  }

  /// The best that can be said; over a restart by the wall clock, unless one of the two is in doubt
  /// or the clock went back.
  Duration probably(EventTime then) {
    EventTime now = clock.now();
    if (then.bootId().equals(now.bootId()) || then.doubtful() || now.doubtful()) {
      return certainly(then);
    }
    Duration byWall = Duration.between(then.corrected(), now.corrected());
    Duration certain = certainly(then);
    return byWall.compareTo(certain) > 0 ? byWall : certain;
  }

  Duration left(Duration wait, Duration elapsed) {
    Duration left = wait.minus(elapsed);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
