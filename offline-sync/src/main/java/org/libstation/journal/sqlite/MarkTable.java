package org.libstation.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.libstation.circulation.EventTime;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;

/// Reads and writes the table `mark`. Its rows are evidence, which is only ever added.
final class MarkTable implements AutoCloseable {
  private final PreparedStatement insert;
  private final PreparedStatement of;
  private final PreparedStatement closedLast;
  private final PreparedStatement since;
  private final PreparedStatement newest;
  private long inserted;

  MarkTable(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            """
            INSERT INTO mark (entry, wall, boot, monotonic, skew, clock, kind, details)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """);
    of =
        connection.prepareStatement(
            """
            SELECT wall, boot, monotonic, skew, clock, kind, details FROM mark
            WHERE entry = ? ORDER BY number
            """);
    // Reads the table itself, newest first; the index of closing marks would have to be sorted
    // completely.
    closedLast =
        connection.prepareStatement(
            """
            SELECT entry FROM mark NOT INDEXED WHERE kind = 'closed' ORDER BY number DESC LIMIT ?
            """);
    since = connection.prepareStatement("SELECT entry FROM mark WHERE number > ? ORDER BY number");
    newest = connection.prepareStatement("SELECT coalesce(max(number), 0) FROM mark");
  }

  void insert(long entry, EventTime at, Mark mark) throws SQLException {
    MarkText text = MarkText.of(mark);
    insert.setLong(1, entry);
    EventTimeText.of(at).into(insert, 2);
    insert.setString(7, text.kind());
    insert.setString(8, text.details());
    insert.executeUpdate();
    inserted++;
  }

  /// Returns how many rows were inserted through this object, whether committed or not.
  long inserted() {
    return inserted;
  }

  List<JournalEntry.Noted> of(long entry) throws SQLException {
    List<JournalEntry.Noted> marks = new ArrayList<>();
    of.setLong(1, entry);
    try (ResultSet row = of.executeQuery()) {
      while (row.next()) {
        marks.add(
            new JournalEntry.Noted(
                new EventTimeText(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5))
                    .time(),
                new MarkText(row.getString(6), row.getString(7)).mark()));
      }
    }
    return marks;
  }

  /// Returns the numbers of closed entries, the one closed last first, each once.
  Set<Long> closedLast(int limit) throws SQLException {
    closedLast.setInt(1, limit);
    return numbers(closedLast);
  }

  /// Returns the numbers of the entries that got a mark after this one, in the order of the marks,
  /// each once.
  Set<Long> entriesSince(long mark) throws SQLException {
    since.setLong(1, mark);
    return numbers(since);
  }

  long newest() throws SQLException {
    try (ResultSet row = newest.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static Set<Long> numbers(PreparedStatement query) throws SQLException {
    Set<Long> numbers = new LinkedHashSet<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    of.close();
    closedLast.close();
    since.close();
    newest.close();
  }
}
