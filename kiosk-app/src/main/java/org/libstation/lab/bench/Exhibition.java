package org.libstation.lab.bench;

import java.time.Duration;
import java.util.Set;

/// When a demo that nobody looks after begins anew: when somebody did something and has gone, and
/// once a day in any case, so that nothing grows without end.
final class Exhibition {
  /// So long must nobody have done anything.
  static final Duration QUIET = Duration.ofMinutes(5);

  /// So long does it run at most before it begins anew, once it is quiet.
  static final Duration LONGEST = Duration.ofHours(24);

  /// What the station shows while nobody is there.
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

  /// @param acted something was done at the bench since the last look
  /// @param now monotonic
  /// @return whether it is to begin anew
  boolean look(BenchSight sight, boolean acted, Duration now) {
    // A fault that comes and goes turns the screen where nobody is: it is no visitor.
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

  /// Whether its screen is one that somebody opened.
  private static boolean busy(BenchSight sight) {
    return sight.screen().filter(screen -> !IDLE.contains(screen)).isPresent();
  }
}
