package org.libstation.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.CirculationEvent;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.journal.Journal;

/// Reads and writes the table `entry`. Its rows are asks and facts, which never change.
final class EntryTable implements AutoCloseable {
  /// One row: an entry without its marks.
  record EntryRow(long number, EventTime at, CirculationEvent what) {}

  private static final String COLUMNS =
      "SELECT number, wall, boot, monotonic, skew, clock, kind, item, details FROM entry ";

  private final PreparedStatement insert;
  private final PreparedStatement find;
  private final PreparedStatement page;
  private final PreparedStatement newest;
  private final PreparedStatement newestSound;
  private final PreparedStatement open;
  private final PreparedStatement lastMove;
  private final PreparedStatement lastLoan;
  private final PreparedStatement unarmed;
  private final PreparedStatement lying;
  private final PreparedStatement sets;
  private long inserted;
  private final PreparedStatement lastNumber;
  private final PreparedStatement same;
  private final PreparedStatement newestOf;

  EntryTable(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            """
            INSERT INTO entry
              (number, wall, boot, monotonic, skew, clock, kind, item, item_key, details)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            RETURNING number
            """);
    find = connection.prepareStatement(COLUMNS + "WHERE number = ?");
    page = connection.prepareStatement(COLUMNS + "WHERE number >= ? ORDER BY number LIMIT ?");
    newest = connection.prepareStatement(COLUMNS + "ORDER BY number DESC LIMIT ?");
    newestSound =
        connection.prepareStatement(COLUMNS + "WHERE clock = 'sound' ORDER BY number DESC LIMIT 1");
    open =
        connection.prepareStatement(
            COLUMNS
                + """
                WHERE NOT EXISTS (
                  SELECT 1 FROM mark WHERE mark.entry = entry.number AND mark.kind = 'closed')
                ORDER BY number
                """);
    lastMove =
        connection.prepareStatement(
            """
            SELECT number FROM entry
            WHERE item_key = ?
              AND (kind IN ('loan given', 'item returned')
                OR kind = 'loan asked' AND EXISTS (
                  SELECT 1 FROM mark WHERE mark.entry = entry.number AND mark.kind = 'accepted'))
            ORDER BY number DESC LIMIT 1
            """);
    lastLoan =
        connection.prepareStatement(
            """
            SELECT number FROM entry
            WHERE item_key = ? AND number < ?
              AND (kind = 'loan given'
                OR kind = 'loan asked' AND EXISTS (
                  SELECT 1 FROM mark WHERE mark.entry = entry.number AND mark.kind = 'accepted'))
            ORDER BY number DESC LIMIT 1
            """);
    unarmed =
        connection.prepareStatement(
            COLUMNS
                + """
                WHERE kind = 'item returned' AND NOT EXISTS (
                  SELECT 1 FROM mark
                  WHERE mark.entry = entry.number AND mark.kind IN ('armed', 'not secured'))
                ORDER BY number
                """);
    lying =
        connection.prepareStatement(
            COLUMNS
                + """
                WHERE number > (SELECT max(number) FROM entry) - ?
                  AND kind IN ('loan asked', 'loan given')
                  AND EXISTS (
                    SELECT 1 FROM mark
                    WHERE mark.entry = entry.number AND mark.kind = 'lies on the pad')
                  AND NOT EXISTS (
                    SELECT 1 FROM mark
                    WHERE mark.entry = entry.number AND mark.kind = 'taken')
                ORDER BY number
                """);
    sets =
        connection.prepareStatement(
            COLUMNS
                + """
                WHERE number > (SELECT max(number) FROM entry) - ?
                  AND kind = 'item returned'
                  AND EXISTS (
                    SELECT 1 FROM mark
                    WHERE mark.entry = entry.number AND mark.kind = 'parts awaited')
                ORDER BY number
                """);
    lastNumber =
        connection.prepareStatement("SELECT seq FROM sqlite_sequence WHERE name = 'entry'");
    same =
        connection.prepareStatement(
            """
            SELECT number FROM entry
            WHERE item_key = ? AND wall = ? AND boot = ? AND monotonic = ? AND kind = ?
              AND details = ?
            LIMIT 1
            """);
    newestOf =
        connection.prepareStatement(
            "SELECT number FROM entry WHERE item_key = ? ORDER BY number DESC LIMIT 1");
  }

  /// Inserts an entry and returns its number.
  ///
  /// @param number the number to use; empty for the next one
  long insert(OptionalLong number, EventTime at, CirculationEvent what) throws SQLException {
    EventText text = EventText.of(what);
    if (number.isPresent()) {
      insert.setLong(1, number.getAsLong());
    } else {
      insert.setNull(1, Types.INTEGER);
    }
    EventTimeText.of(at).into(insert, 2);
    insert.setString(7, text.kind());
    insert.setString(8, text.item());
    insert.setString(9, EventText.key(what.item()));
    insert.setString(10, text.details());
    try (ResultSet row = insert.executeQuery()) {
      row.next();
      inserted++;
      return row.getLong(1);
    }
  }

  /// Returns how many rows were inserted through this object, whether committed or not.
  long inserted() {
    return inserted;
  }

  Optional<EntryRow> find(long number) throws SQLException {
    find.setLong(1, number);
    return rows(find).stream().findFirst();
  }

  List<EntryRow> page(long from, int limit) throws SQLException {
    page.setLong(1, from);
    page.setInt(2, limit);
    return rows(page);
  }

  List<EntryRow> newest(int limit) throws SQLException {
    newest.setInt(1, limit);
    return rows(newest);
  }

  Optional<EntryRow> newestSound() throws SQLException {
    return rows(newestSound).stream().findFirst();
  }

  List<EntryRow> open() throws SQLException {
    return rows(open);
  }

  /// Returns the returns without a mark about arming, whether they have a tag or not.
  List<EntryRow> unarmed() throws SQLException {
    return rows(unarmed);
  }

  /// Returns the loans that were released with their tag on the pad and not taken.
  List<EntryRow> lying() throws SQLException {
    lying.setInt(1, Journal.NEWEST);
    return rows(lying);
  }

  /// Returns the returns of sets that ever waited for a part.
  List<EntryRow> sets() throws SQLException {
    sets.setInt(1, Journal.NEWEST);
    return rows(sets);
  }

  OptionalLong lastMove(ItemId item) throws SQLException {
    lastMove.setString(1, EventText.key(item));
    return number(lastMove);
  }

  OptionalLong lastLoan(ItemId item, long before) throws SQLException {
    lastLoan.setString(1, EventText.key(item));
    lastLoan.setLong(2, before);
    return number(lastLoan);
  }

  /// Returns the highest number ever given to an entry; 0 if none was.
  long lastNumber() throws SQLException {
    return number(lastNumber).orElse(0);
  }

  /// Returns the number of the entry with the same event and the same time; empty if there is none.
  OptionalLong sameAs(EventTime at, CirculationEvent what) throws SQLException {
    EventTimeText time = EventTimeText.of(at);
    EventText text = EventText.of(what);
    same.setString(1, EventText.key(what.item()));
    same.setString(2, time.wall());
    same.setString(3, time.boot());
    same.setString(4, time.monotonic());
    same.setString(5, text.kind());
    same.setString(6, text.details());
    return number(same);
  }

  OptionalLong newestOf(ItemId item) throws SQLException {
    newestOf.setString(1, EventText.key(item));
    return number(newestOf);
  }

  private static OptionalLong number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }

  private static List<EntryRow> rows(PreparedStatement query) throws SQLException {
    List<EntryRow> rows = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        rows.add(
            new EntryRow(
                row.getLong(1),
                new EventTimeText(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6))
                    .time(),
                new EventText(row.getString(7), row.getString(8), row.getString(9)).happening()));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    find.close();
    page.close();
    newest.close();
    newestSound.close();
    open.close();
    lastMove.close();
    lastLoan.close();
    unarmed.close();
    lying.close();
    sets.close();
    lastNumber.close();
    same.close();
    newestOf.close();
  }
}
