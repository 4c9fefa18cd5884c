package org.libstation.lab.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.libstation.lab.scenario.Action.ExpectedLamp;

/// Sees a lamp turned on and off, and says how it burns: by the time between the last two turns, or
/// by how long it was not turned at all.
final class LampWatch {
  /// Longer than half a turn of the slow pattern: what did not change for so long does not blink.
  static final Duration STILL = Duration.ofMillis(1200);

  /// Between a half turn of the quick pattern (250 ms) and one of the slow (1 s).
  static final Duration QUICK = Duration.ofMillis(600);

  private final LongSupplier nanos;
  private boolean on;
  private long turned;
  private Optional<Duration> between = Optional.empty();

  /// @param nanos monotonic
  LampWatch(LongSupplier nanos) {
    this.nanos = nanos;
    this.turned = nanos.getAsLong();
  }

  synchronized void turned(boolean burns) {
    long now = nanos.getAsLong();
    // The first turn after the beginning may belong to what was before.
    between = between.isEmpty() ? Optional.of(Duration.ZERO) : Optional.of(since(now));
    on = burns;
    turned = now;
  }

  /// From now on.
  synchronized void begin() {
    turned = nanos.getAsLong();
    between = Optional.empty();
  }

  /// How it burns; empty as long as that is not clear.
  synchronized Optional<ExpectedLamp> pattern() {
    Duration still = since(nanos.getAsLong());
    if (still.compareTo(STILL) >= 0) {
      return Optional.of(on ? ExpectedLamp.STEADY : ExpectedLamp.OFF);
    }
    return between
        .filter(time -> !time.isZero())
        .map(time -> time.compareTo(QUICK) < 0 ? ExpectedLamp.QUICK : ExpectedLamp.SLOW);
  }

  private Duration since(long now) {
    return Duration.ofNanos(now - turned);
  }
}
