package org.libstation.journal.sqlite;

import java.sql.Connection;
import org.libstation.journal.Entry;

/// The three tables, read as far as they can be.
final class DamagedTables {
  private DamagedTables() {}

  /// A mark and the entry it is on.
  record MarkRow(long entry, Entry.Noted noted) {}

  static DamagedTable<EntryTable.Row> entries(Connection connection) {
    return DamagedTable.read(
        connection,
        "SELECT number, wall, boot, monotonic, skew, clock, kind, item, details FROM entry",
        "number",
        true,
        row ->
            new EntryTable.Row(
                row.getLong(1),
                new EventTimeText(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6))
                    .time(),
                new HappeningText(row.getString(7), row.getString(8), row.getString(9))
                    .happening()));
  }

  static DamagedTable<MarkRow> marks(Connection connection) {
    return DamagedTable.read(
        connection,
        "SELECT number, entry, wall, boot, monotonic, skew, clock, kind, details FROM mark",
        "number",
        true,
        row ->
            new MarkRow(
                row.getLong(2),
                new Entry.Noted(
                    new EventTimeText(
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7))
                        .time(),
                    new MarkText(row.getString(8), row.getString(9)).mark())));
  }

  static DamagedTable<SealedCard> sealed(Connection connection) {
    return DamagedTable.read(
        connection,
        "SELECT entry, card, key_for_machine, key_for_recovery, recovery_key FROM sealed",
        "entry",
        false,
        row -> new SealedCard(row.getBytes(2), row.getBytes(3), row.getBytes(4), row.getString(5)));
  }
}
