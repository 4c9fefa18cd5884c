package org.libstation.lab.bench;

import java.time.Duration;
import java.util.Set;

/// Decides when an unattended demo starts again: after a visitor has left, and at least once a day,
/// so that nothing grows without limit.
final class Exhibition {
  /// Time without any action after which the visitor has left.
  static final Duration QUIET = Duration.ofMinutes(5);

  /// Longest run; after it the demo starts again as soon as it is quiet.
  static final Duration LONGEST = Duration.ofHours(24);

  /// Screens that the station shows while no visitor is there.
  private static final Set<String> IDLE = Set.of("welcome", "out-of-service");

  private final Duration begun;
  private Duration moved;
  private boolean touched;
  private BenchSight last = BenchSight.NOTHING;

  /// @param now monotonic
  Exhibition(Duration now) {
    begun = now;
    moved = now;
  }

  /// @param acted whether an act was done at the bench since the last look
  /// @param now monotonic
  /// @return whether the demo is to start again
  boolean look(BenchSight sight, boolean acted, Duration now) {
    // A fault that comes and goes changes the screen without a visitor.
    boolean turned = !sight.screen().equals(last.screen()) && (busy(sight) || busy(last));
    if (acted || turned || !sight.pad().equals(last.pad())) {
      moved = now;
    }
    touched |= acted || busy(sight);
    last = sight;
    boolean quiet = now.minus(moved).compareTo(QUIET) >= 0;
    boolean old = now.minus(begun).compareTo(LONGEST) >= 0;
    // A station that ended by itself is started again too.
    return quiet && (touched || old || !sight.on());
  }

  /// Whether the screen is one that a visitor opened.
  private static boolean busy(BenchSight sight) {
    return sight.screen().filter(screen -> !IDLE.contains(screen)).isPresent();
  }
}
