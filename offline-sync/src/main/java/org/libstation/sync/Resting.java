package org.libstation.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.journal.JournalEntry;

/// Until when heads rest that had to wait, so that they are not worked on at each step. Only a
/// pace: what they wait for is on disk. Used by one thread.
final class Resting {
  private final Map<Long, Rest> rests = new HashMap<>();

  /// @param marks how many marks the entry had: one more may end what it waited for
  /// @param until monotonic
  private record Rest(int marks, Duration until) {}

  void rest(JournalEntry entry, Duration until) {
    rests.put(entry.number(), new Rest(entry.marks().size(), until));
  }

  /// How long it still rests, if it does.
  Optional<Duration> left(JournalEntry entry, Duration now) {
    Rest rest = rests.get(entry.number());
    if (rest == null || rest.marks() != entry.marks().size()) {
      return Optional.empty();
    }
    return Optional.of(rest.until().minus(now)).filter(Duration::isPositive);
  }

  /// Forgets all others.
  void keepOnly(Set<Long> entries) {
    rests.keySet().retainAll(entries);
  }
}
