package org.libstation.lab.embedded;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalInt;

/// The table `action`: each request with its origin, time and result. Triggers prevent every change
/// of a line.
final class ActionTable {
  private final LibraryDatabase database;

  ActionTable(LibraryDatabase database) {
    this.database = database;
  }

  void add(
      OffsetDateTime at,
      String kind,
      RequestOrigin origin,
      String item,
      String card,
      boolean done,
      String detail) {
    database.update(
        """
        insert into action (at, kind, station, sequence, item, card, done, detail)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        at.toString(),
        kind,
        origin.station(),
        origin.sequence().isPresent() ? origin.sequence().getAsInt() : null,
        item,
        card,
        done ? 1 : 0,
        detail);
  }

  /// Returns the lines from this number on.
  List<LedgerAction> from(long number) {
    return database.query(
        """
        select number, at, kind, station, sequence, item, card, done, detail
        from action where number >= ? order by number
        """,
        ActionTable::action,
        number);
  }

  private static LedgerAction action(ResultSet row) throws SQLException {
    int sequence = row.getInt(5);
    boolean unnumbered = row.wasNull();
    return new LedgerAction(
        row.getLong(1),
        OffsetDateTime.parse(row.getString(2)),
        row.getString(3),
        row.getString(4),
        unnumbered ? OptionalInt.empty() : OptionalInt.of(sequence),
        row.getString(6),
        row.getString(7),
        row.getInt(8) == 1,
        row.getString(9));
  }
}
