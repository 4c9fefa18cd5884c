package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Calculates how long a loan still waits for other stations after its item was found on loan to
/// another patron. The wait is `siblings` long, counted from the first such look.
///
/// If the clock is in doubt and the machine has been off, wall time does not say how long ago that
/// was. A station that is off every night would wait for ever. So each look then leaves a mark, and
/// the observed running times are added up.
final class SiblingWaits {
  private final StationClock clock;
  private final Elapsed elapsed;
  private final Duration siblings;

  SiblingWaits(StationClock clock, Elapsed elapsed, Duration siblings) {
    this.clock = clock;
    this.elapsed = elapsed;
    this.siblings = siblings;
  }

  /// The remaining wait. Only for an entry that is held.
  Duration left(JournalEntry entry) {
    List<EventTime> holds = holds(entry);
    Duration since = elapsed.probably(holds.getFirst());
    Duration seen = seen(holds);
    return elapsed.left(siblings, seen.compareTo(since) > 0 ? seen : since);
  }

  /// Whether a look that finds the item on loan to another patron must leave a mark.
  boolean due(JournalEntry entry) {
    List<EventTime> holds = holds(entry);
    return holds.isEmpty() || holds.getFirst().doubtful() || clock.now().doubtful();
  }

  private Duration seen(List<EventTime> holds) {
    Duration sum = Duration.ZERO;
    for (int i = 1; i < holds.size(); i++) {
      sum = sum.plus(within(holds.get(i - 1), holds.get(i)));
    }
    return sum.plus(within(holds.getLast(), clock.now()));
  }

  /// Time between two events of one run, by monotonic time; zero across a restart of the machine.
  private static Duration within(EventTime one, EventTime next) {
    return one.bootId().equals(next.bootId())
        ? next.monotonic().minus(one.monotonic())
        : Duration.ZERO;
  }

  private static List<EventTime> holds(JournalEntry entry) {
    return entry.marks().stream()
        .filter(noted -> noted.mark() instanceof Mark.HeldForSiblings)
        .map(JournalEntry.Noted::at)
        .toList();
  }
}
