package org.libstation.journal.sqlite;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.libstation.journal.sqlite.pages.Snapshot;
import org.libstation.journal.sqlite.pages.TableTree;
import org.libstation.journal.sqlite.pages.TreePage;

/// All rows on any page of a journal's file, whether a tree still leads to the page or not.
///
/// Entries and marks are never changed or deleted, so each complete copy of a row is valid. That
/// includes copies on a page that the file calls free, or in an older part of the log. Sealed cards
/// are deleted, so those on free pages are ignored.
final class SalvagedRows {
  final TreeMap<Long, EntryTable.EntryRow> entries = new TreeMap<>();
  final TreeMap<Long, SalvagedRow.OfMark> marks = new TreeMap<>();
  final TreeMap<Long, SealedCard> sealed = new TreeMap<>();

  /// Entries for which nothing shows that their writing was finished.
  final Set<Long> unfinished = new HashSet<>();

  /// The items of entries from the index, including entries that cannot be read.
  final Map<Long, String> items = new HashMap<>();

  private final Map<String, Integer> roots = new HashMap<>();
  private final Set<String> whole = new HashSet<>();
  private long sequence;
  private boolean anyNotUnderstood;
  private boolean logBroken;

  static SalvagedRows read(Snapshot file) {
    SalvagedRows rows = new SalvagedRows();
    rows.readPages(file);
    rows.look(file);
    if (!rows.allWhole()) {
      rows.readLog(file);
    }
    return rows;
  }

  int size() {
    return entries.size() + marks.size() + sealed.size();
  }

  /// Reports whether it is certain that every row of this table in the file was read.
  boolean whole(String table) {
    return whole.contains(table) && !logBroken;
  }

  boolean allWhole() {
    return whole("entry") && whole("mark") && whole("sealed");
  }

  /// Returns the highest number given to an entry, as the file records it; empty if unknown.
  OptionalLong sequence() {
    return sequence > 0 ? OptionalLong.of(sequence) : OptionalLong.empty();
  }

  private void readPages(Snapshot file) {
    Set<Integer> free = file.free();
    for (int number = 1; number <= file.count(); number++) {
      Optional<byte[]> page = file.page(number);
      if (page.isPresent()) {
        readPage(file, number, page.get(), free.contains(number), false);
      }
    }
  }

  private void readLog(Snapshot file) {
    file.loose()
        .forEach(page -> readPage(file, page.number(), page.bytes(), false, page.unfinished()));
  }

  private void readPage(
      Snapshot file, int number, byte[] bytes, boolean free, boolean isUnfinished) {
    Optional<TreePage> page = TreePage.read(file, number, bytes);
    if (page.isEmpty()) {
      return;
    }
    switch (page.get().kind()) {
      case TABLE_INNER -> {
        // An inner page holds only numbers.
      }
      case INDEX ->
          page.get().rows().stream()
              .flatMap(row -> SalvagedRow.indexed(row).stream())
              .forEach(indexed -> items.putIfAbsent(indexed.number(), indexed.item()));
      case TABLE_LEAF ->
          page.get().rows().stream()
              .flatMap(row -> SalvagedRow.of(row).stream())
              .forEach(row -> keep(row, free, isUnfinished));
    }
  }

  private void keep(SalvagedRow row, boolean free, boolean isUnfinished) {
    switch (row) {
      case SalvagedRow.OfEntry(var entry) -> {
        if (entries.putIfAbsent(entry.number(), entry) == null && isUnfinished) {
          unfinished.add(entry.number());
        }
      }
      case SalvagedRow.OfMark mark -> {
        // A mark that closes an entry counts only if its writing was finished.
        if (!isUnfinished) {
          marks.putIfAbsent(mark.number(), mark);
        }
      }
      case SalvagedRow.OfSealed(long entry, var card) -> {
        if (!free) {
          sealed.putIfAbsent(entry, card);
        }
      }
      case SalvagedRow.OfSequence(String table, long last) -> {
        if (table.equals("entry")) {
          sequence = Math.max(sequence, last);
        }
      }
      case SalvagedRow.OfTable(String name, int root) -> roots.putIfAbsent(name, root);
      case SalvagedRow.NotUnderstood _ -> anyNotUnderstood = true;
    }
  }

  /// Finds the tables that can be walked from root to leaf with every row read.
  private void look(Snapshot file) {
    logBroken = file.logBroken();
    if (anyNotUnderstood) {
      return;
    }
    Map<String, Set<Long>> read =
        Map.of("entry", entries.keySet(), "mark", marks.keySet(), "sealed", sealed.keySet());
    for (String table : List.of("entry", "mark", "sealed")) {
      Integer root = roots.get(table);
      Set<Long> known = read.getOrDefault(table, Set.of());
      if (root != null && TableTree.rows(file, root).filter(known::containsAll).isPresent()) {
        whole.add(table);
      }
    }
  }
}
