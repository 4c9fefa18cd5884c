package org.libstation.journal.sqlite;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.libstation.circulation.ItemId;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalEntry;

/// The entries that are not closed, as they are on the disk. They are indexed by number, by item,
/// and by the order of heads, so that no query walks through all of them.
final class OpenEntries {
  private final TreeMap<Long, JournalEntry> byNumber = new TreeMap<>();
  private final Map<ItemId, TreeMap<Long, JournalEntry>> byItem = new HashMap<>();
  private final TreeSet<JournalEntry> heads = new TreeSet<>(Journal.IN_TURN);

  /// Stores the entry's present state; a closed entry is removed.
  void now(JournalEntry entry) {
    ItemId item = entry.what().item();
    TreeMap<Long, JournalEntry> ofItem = byItem.computeIfAbsent(item, _ -> new TreeMap<>());
    head(ofItem.values()).ifPresent(heads::remove);
    if (entry.state() == EntryState.CLOSED) {
      byNumber.remove(entry.number());
      ofItem.remove(entry.number());
    } else {
      byNumber.put(entry.number(), entry);
      ofItem.put(entry.number(), entry);
    }
    head(ofItem.values()).ifPresent(heads::add);
    if (ofItem.isEmpty()) {
      byItem.remove(item);
    }
  }

  private static Optional<JournalEntry> head(Collection<JournalEntry> byNumber) {
    return byNumber.stream().filter(entry -> entry.state() != EntryState.WITH_STAFF).findFirst();
  }

  boolean contains(long number) {
    return byNumber.containsKey(number);
  }

  @Nullable JournalEntry find(long number) {
    return byNumber.get(number);
  }

  List<JournalEntry> all() {
    return List.copyOf(byNumber.values());
  }

  List<JournalEntry> of(ItemId item) {
    TreeMap<Long, JournalEntry> ofItem = byItem.get(item);
    return ofItem == null ? List.of() : List.copyOf(ofItem.values());
  }

  Optional<JournalEntry> headAfter(Optional<JournalEntry> last) {
    if (last.isPresent()) {
      return Optional.ofNullable(heads.higher(last.get()));
    }
    return heads.isEmpty() ? Optional.empty() : Optional.of(heads.first());
  }
}
