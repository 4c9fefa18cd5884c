package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.libstation.journal.Entry;
import org.libstation.journal.JournalException;

/// Whatever can still be read of a corrupt journal: read from a copy, table by table, without
/// indexes.
final class DamagedJournal implements AutoCloseable {
  private final Path copy;
  private final List<Entry> entries = new ArrayList<>();
  private final Map<Long, SealedCard> sealed = new HashMap<>();
  private int entriesLost;
  private int marksLost;
  private boolean marksDamaged;
  private boolean anyDamage;

  private DamagedJournal(Path copy) {
    this.copy = copy;
  }

  /// Reads with the log; if that shows no entry, without it (the log itself may be what is broken).
  static DamagedJournal read(Path file) throws IOException {
    Path copies = Files.createTempDirectory(DurableFiles.directoryOf(file), "salvage-");
    DamagedJournal damaged = new DamagedJournal(copies);
    boolean done = false;
    try {
      Path copy = copies.resolve(JournalStore.FILE);
      Files.copy(file, copy);
      Path log = SetAsideFiles.sibling(file, "-wal");
      if (Files.exists(log)) {
        Files.copy(log, SetAsideFiles.sibling(copy, "-wal"));
        damaged.load(copy);
      }
      if (damaged.entries.isEmpty()) {
        Path alone = copies.resolve("alone.db");
        Files.copy(file, alone);
        damaged.load(alone);
      }
      done = true;
      return damaged;
    } finally {
      if (!done) {
        damaged.close();
      }
    }
  }

  private void load(Path file) {
    try (Connection connection = ConnectionSource.plain(file)) {
      DamagedTable<EntryTable.Row> entryRows = DamagedTables.entries(connection);
      DamagedTable<DamagedTables.MarkRow> markRows = DamagedTables.marks(connection);
      DamagedTable<SealedCard> sealedRows = DamagedTables.sealed(connection);
      sealed.putAll(sealedRows.rows());
      Map<Long, List<Entry.Noted>> marks = new HashMap<>();
      new TreeMap<>(markRows.rows())
          .values()
          .forEach(
              row -> marks.computeIfAbsent(row.entry(), _ -> new ArrayList<>()).add(row.noted()));
      entryRows
          .rows()
          .forEach(
              (number, row) ->
                  entries.add(
                      new Entry(
                          number,
                          row.at(),
                          row.what(),
                          marks.getOrDefault(number, List.of()),
                          sealed.containsKey(number))));
      entriesLost = entryRows.lost();
      marksLost = markRows.lost();
      marksDamaged = markRows.damaged();
      anyDamage = entryRows.damaged() || marksDamaged || sealedRows.damaged();
    } catch (SQLException | JournalException _) {
      // Not even the table of tables can be read: nothing is salvaged, and the report says so.
      marksDamaged = true;
      anyDamage = true;
    }
  }

  List<Entry> entries() {
    return entries;
  }

  Optional<SealedCard> sealed(long entry) {
    return Optional.ofNullable(sealed.get(entry));
  }

  int entriesLost() {
    return entriesLost;
  }

  int marksLost() {
    return marksLost;
  }

  boolean marksDamaged() {
    return marksDamaged;
  }

  boolean anyDamage() {
    return anyDamage;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(copy)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
