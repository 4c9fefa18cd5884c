package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.StationClock;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// How long a loan that was found on loan to another still waits for other stations: `siblings`
/// from the first look that found it so.
///
/// Where the clock is in doubt, no wall time tells how long ago that was once the machine has been
/// off, and a station that is off every night would wait for ever. Then each look leaves its mark,
/// and what the runs were seen to last is added up.
final class SiblingWaits {
  private final StationClock clock;
  private final Elapsed elapsed;
  private final Duration siblings;

  SiblingWaits(StationClock clock, Elapsed elapsed, Duration siblings) {
    this.clock = clock;
    this.elapsed = elapsed;
    this.siblings = siblings;
  }

  /// Only of an entry that is held.
  Duration left(JournalEntry entry) {
    List<EventTime> holds = holds(entry);
    Duration since = elapsed.probably(holds.getFirst());
    Duration seen = seen(holds);
    return elapsed.left(siblings, seen.compareTo(since) > 0 ? seen : since);
  }

  /// Whether a look that finds it on loan to another is to leave the mark.
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

  /// By monotonic time; nothing over a restart of the machine.
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
