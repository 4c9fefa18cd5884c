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
import org.libstation.journal.Entry;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal;

/// The entries that are not closed, as they stand on the disk: by number, by item, and the heads in
/// their turn, so that no question walks through all of them.
final class OpenEntries {
  private final TreeMap<Long, Entry> byNumber = new TreeMap<>();
  private final Map<ItemId, TreeMap<Long, Entry>> byItem = new HashMap<>();
  private final TreeSet<Entry> heads = new TreeSet<>(Journal.IN_TURN);

  /// The entry as it now stands; a closed one goes.
  void now(Entry entry) {
    ItemId item = entry.what().item();
    TreeMap<Long, Entry> ofItem = byItem.computeIfAbsent(item, _ -> new TreeMap<>());
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

  private static Optional<Entry> head(Collection<Entry> byNumber) {
    return byNumber.stream().filter(entry -> entry.state() != EntryState.WITH_STAFF).findFirst();
  }

  boolean contains(long number) {
    return byNumber.containsKey(number);
  }

  @Nullable Entry find(long number) {
    return byNumber.get(number);
  }

  List<Entry> all() {
    return List.copyOf(byNumber.values());
  }

  List<Entry> of(ItemId item) {
    TreeMap<Long, Entry> ofItem = byItem.get(item);
    return ofItem == null ? List.of() : List.copyOf(ofItem.values());
  }

  Optional<Entry> headAfter(Optional<Entry> last) {
    if (last.isPresent()) {
      return Optional.ofNullable(heads.higher(last.get()));
    }
    return heads.isEmpty() ? Optional.empty() : Optional.of(heads.first());
  }
}
