package org.libstation.central.sip2;

import java.time.Duration;
import java.util.Optional;

/// What a difference between two clocks is made of: zones differ by whole quarter hours, clocks
/// that drift do not.
///
/// @param skew what is left without the zone's part; empty when the other clock could not be read
/// @param zoneFault the difference is a whole number of quarter hours, but not none
record ClockDifference(Optional<Duration> skew, boolean zoneFault) {

  private static final Duration QUARTER = Duration.ofMinutes(15);

  /// How far from a whole quarter hour a zone fault may be: a drift and the time of an answer.
  private static final Duration TOLERANCE = Duration.ofSeconds(30);

  /// @param difference their clock minus ours
  static ClockDifference of(Optional<Duration> difference) {
    if (difference.isEmpty()) {
      return new ClockDifference(Optional.empty(), false);
    }
    long seconds = difference.get().toSeconds();
    long quarters = Math.round((double) seconds / QUARTER.toSeconds());
    Duration rest = difference.get().minus(QUARTER.multipliedBy(quarters));
    boolean zoneFault = quarters != 0 && rest.abs().compareTo(TOLERANCE) <= 0;
    return new ClockDifference(Optional.of(zoneFault ? rest : difference.get()), zoneFault);
  }
}
