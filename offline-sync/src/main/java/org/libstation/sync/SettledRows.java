package org.libstation.sync;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.circulation.ItemId;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;

/// The closed entries of a journal that a second look can check. Only entries marked since the last
/// read are read again: reading them all took most of the time of a simulated day without events.
/// Not thread-safe.
final class SettledRows {
  private final Journal journal;
  private final int limit;

  /// The settled entries by number, in the order in which they were closed.
  private final Map<Long, SettledEntry> rows = new LinkedHashMap<>();

  private long upTo;

  /// @param limit how many closed entries to consider, newest first
  SettledRows(Journal journal, int limit) {
    this.journal = journal;
    this.limit = limit;
    // The mark's number is read first: entries marked in between are read twice, but none is
    // missed.
    upTo = journal.newestMark();
    journal.closedLast(limit).reversed().forEach(this::take);
  }

  /// The settled entries in the order in which they were settled; for each item only the newest.
  List<SettledEntry> newestOfEachItem() {
    readOn();
    Map<ItemId, Long> newest = new HashMap<>();
    rows.values().forEach(row -> newest.merge(row.item(), row.entry().number(), Long::max));
    return rows.values().stream()
        .filter(row -> row.entry().number() == newest.getOrDefault(row.item(), 0L))
        .toList();
  }

  private void readOn() {
    long newest = journal.newestMark();
    if (newest == upTo) {
      return;
    }
    journal.markedSince(upTo).stream()
        .filter(entry -> entry.state() == EntryState.CLOSED)
        .forEach(this::take);
    upTo = newest;
    while (rows.size() > limit) {
      rows.remove(rows.keySet().iterator().next());
    }
  }

  private void take(JournalEntry entry) {
    SettledEntry.of(entry).ifPresent(settled -> rows.put(entry.number(), settled));
  }
}
