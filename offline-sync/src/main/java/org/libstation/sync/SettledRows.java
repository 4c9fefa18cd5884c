package org.libstation.sync;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libstation.circulation.ItemId;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;

/// The closed entries of a journal that a look could tell something of, kept up with it: only what
/// was marked since the last time is read again. Reading them all took a simulated day of nothing
/// most of its time. Not for several threads.
final class SettledRows {
  private final Journal journal;
  private final int limit;

  /// In the order in which they were closed.
  private final Map<Long, SettledEntry> rows = new LinkedHashMap<>();

  private long upTo;

  /// @param limit so many closed entries are considered, the newest ones
  SettledRows(Journal journal, int limit) {
    this.journal = journal;
    this.limit = limit;
    // Its number first: what is marked in between is read twice, and nothing is missed.
    upTo = journal.newestMark();
    journal.closedLast(limit).reversed().forEach(this::take);
  }

  /// In the order in which they were settled; of an item the newest entry alone.
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
