package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.StationClock;
import org.libstation.journal.JournalEntry;

/// Settles the open entries of an item before the desk asks anything about it, within the patron's
/// deadline. Only the owner of the item's lane may use it.
record Drain(Settling settling) {

  /// Settles what it can; returns whether no entry numbered below `before` still holds the item.
  boolean emptied(ItemId item, long before) {
    StationClock clock = settling.parts().clock();
    Duration end = clock.monotonic().plus(settling.parts().settings().atDesk().patronDeadline());
    while (true) {
      List<JournalEntry> holding =
          settling.holding(item).stream().filter(entry -> entry.number() < before).toList();
      if (holding.isEmpty()) {
        return true;
      }
      if (clock.monotonic().compareTo(end) >= 0) {
        return false;
      }
      switch (settling.work(holding.getFirst(), true)) {
        case Progress.StepWritten _, Progress.Finished _ -> {
          // Go on with the next entry.
        }
        case Progress.Waits _, Progress.NoLink _ -> {
          return false;
        }
      }
    }
  }
}
