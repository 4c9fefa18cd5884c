package org.libstation.lab.scenario;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.libstation.lab.scenario.Action.ExpectedLamp;

/// Observes a lamp and finds its pattern, from the time between the last two changes or the time
/// since the last one.
final class LampWatch {
  /// Longer than half a period of the slow pattern: a lamp without a change for this long does not
  /// blink.
  static final Duration STILL = Duration.ofMillis(1200);

  /// Between half a period of the quick pattern (250 ms) and of the slow one (1 s).
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

  /// Notes that the lamp was switched on or off.
  synchronized void turned(boolean burns) {
    long now = nanos.getAsLong();
    // The first change after the beginning may end a pattern from before.
    between = between.isEmpty() ? Optional.of(Duration.ZERO) : Optional.of(since(now));
    on = burns;
    turned = now;
  }

  /// Begins a new observation.
  synchronized void begin() {
    turned = nanos.getAsLong();
    between = Optional.empty();
  }

  /// Pattern of the lamp; empty until it is clear.
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
