package org.libstation.sync;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libstation.journal.JournalEntry;

/// Remembers until when waiting heads rest, so that the outbox does not work on them at each step.
/// A head is the first open entry of an item ([Outbox]). Nothing is lost with this memory, because
/// the reason for each wait is on disk. For one thread only.
final class Resting {
  private final Map<Long, Rest> rests = new HashMap<>();

  /// @param marks number of the entry's marks then; a further mark may end its wait
  /// @param until monotonic time
  private record Rest(int marks, Duration until) {}

  void rest(JournalEntry entry, Duration until) {
    rests.put(entry.number(), new Rest(entry.marks().size(), until));
  }

  /// Returns how long the entry still rests; empty if it does not rest.
  Optional<Duration> left(JournalEntry entry, Duration now) {
    Rest rest = rests.get(entry.number());
    if (rest == null || rest.marks() != entry.marks().size()) {
      return Optional.empty();
    }
    return Optional.of(rest.until().minus(now)).filter(Duration::isPositive);
  }

  /// Forgets all entries except these.
  void keepOnly(Set<Long> entries) {
    rests.keySet().retainAll(entries);
  }
}
