package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.pages.DatabaseFile;
import org.libstation.journal.sqlite.pages.Snapshot;

/// The readable part of a damaged journal, read page by page from its file and log, and what is
/// known about the rest. The files are only read.
final class DamagedJournal {
  /// A number this far above the highest entry is a damaged number, not a lost entry.
  private static final long FARTHEST = 1_000_000;

  private final SalvagedRows rows;
  private final List<JournalEntry> entries = new ArrayList<>();

  private DamagedJournal(SalvagedRows rows) {
    this.rows = rows;
    Map<Long, List<JournalEntry.Noted>> marks = new HashMap<>();
    rows.marks
        .values()
        .forEach(
            mark -> marks.computeIfAbsent(mark.entry(), _ -> new ArrayList<>()).add(mark.noted()));
    marks.forEach(
        (number, noted) -> {
          if (noted.stream().anyMatch(mark -> JournalFile.erases(mark.mark()))) {
            rows.sealed.remove(number);
          }
        });
    rows.entries.forEach(
        (number, row) ->
            entries.add(
                new JournalEntry(
                    number,
                    row.at(),
                    row.what(),
                    marks.getOrDefault(number, List.of()),
                    rows.sealed.containsKey(number))));
  }

  /// Reads the file and its log. If the page size is in doubt, the size that gives the most rows
  /// counts.
  ///
  /// @throws IOException if the file cannot be opened
  static DamagedJournal read(Path file) throws IOException {
    try (DatabaseFile database = DatabaseFile.open(file, SetAsideFiles.sibling(file, "-wal"))) {
      SalvagedRows best = new SalvagedRows();
      for (Snapshot snapshot : database.snapshots()) {
        SalvagedRows rows = SalvagedRows.read(snapshot);
        best = rows.size() > best.size() || rows.allWhole() ? rows : best;
        if (rows.allWhole()) {
          break;
        }
      }
      return new DamagedJournal(best);
    }
  }

  List<JournalEntry> entries() {
    return entries;
  }

  SalvagedRows rows() {
    return rows;
  }

  Optional<SealedCard> sealed(long entry) {
    return Optional.ofNullable(rows.sealed.get(entry));
  }

  /// Reports whether nothing shows that the writing of this entry was finished.
  boolean unfinished(long entry) {
    return rows.unfinished.contains(entry);
  }

  SalvageReport.SalvageFindings found() {
    return new SalvageReport.SalvageFindings(
        entries.size(), entriesLost(), marksLost(), anyDamage());
  }

  Lost entriesLost() {
    long missing = missingEntries();
    return rows.whole("entry") && missing == 0
        ? new Lost.NoneKnown()
        : new Lost.LossUnknown(missing);
  }

  /// Returns what is known about lost marks. Lost cards are not counted, because an entry without
  /// its card goes to staff anyway.
  Lost marksLost() {
    long missing = rows.marks.isEmpty() ? 0 : rows.marks.lastKey() - rows.marks.size();
    missing = Math.clamp(missing, 0, FARTHEST);
    return rows.whole("mark") && missing == 0
        ? new Lost.NoneKnown()
        : new Lost.LossUnknown(missing);
  }

  /// Reports whether any part of the files could not be read, or rows are missing.
  boolean anyDamage() {
    return !rows.allWhole()
        || entriesLost() instanceof Lost.LossUnknown
        || marksLost() instanceof Lost.LossUnknown;
  }

  /// Returns the items, from the index, of entries that cannot be read and that no mark shows to be
  /// closed.
  Set<String> itemsLost() {
    Set<Long> closed = new HashSet<>();
    rows.marks
        .values()
        .forEach(
            mark -> {
              if (mark.noted().mark() instanceof Mark.EntryClosed) {
                closed.add(mark.entry());
              }
            });
    Set<String> lost = new TreeSet<>();
    rows.items.forEach(
        (number, item) -> {
          if (!rows.entries.containsKey(number) && !closed.contains(number) && possible(number)) {
            lost.add(item);
          }
        });
    return lost;
  }

  /// Counts the given numbers whose entries cannot be read. Only in the newest generation is each
  /// gap a loss: from older ones only open entries were brought over.
  private long missingEntries() {
    Set<Long> named = new HashSet<>(rows.items.keySet());
    rows.marks.values().forEach(mark -> named.add(mark.entry()));
    rows.sequence().ifPresent(named::add);
    named.removeIf(number -> !possible(number));
    named.addAll(rows.entries.keySet());
    long last = named.stream().mapToLong(n -> n).max().orElse(0);
    long first = last / SetAsideFiles.GENERATION * SetAsideFiles.GENERATION;
    long read = rows.entries.tailMap(first + 1).size();
    long older = named.stream().filter(n -> n < first && !rows.entries.containsKey(n)).count();
    return Math.max(0, last - first - read) + older;
  }

  private boolean possible(long number) {
    long highest = rows.entries.isEmpty() ? 0 : rows.entries.lastKey();
    return number > 0
        && (rows.sequence().isPresent()
            ? number <= rows.sequence().getAsLong()
            : number <= highest + FARTHEST);
  }
}
