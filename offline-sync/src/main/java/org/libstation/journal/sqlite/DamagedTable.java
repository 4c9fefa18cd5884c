package org.libstation.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.libstation.journal.JournalException;

/// The rows of one table that can be read although pages of it are broken: from the front until a
/// broken page, from the back until one, and one by one in between.
///
/// @param rows by key
/// @param lost rows that must have been there: keys missing between the lowest and the highest of a
///   generation, where keys are given one after the other; 0 for a table with gaps of its own
/// @param damaged whether any part could not be read
record DamagedTable<R>(SortedMap<Long, R> rows, int lost, boolean damaged) {
  /// How many keys are tried one by one from each end of the broken part.
  private static final int PROBES = 100_000;

  /// Reads one row of the query's result.
  @FunctionalInterface
  interface RowReader<R> {
    R read(ResultSet row) throws SQLException;
  }

  /// @param select everything up to the WHERE; the first column is the key
  /// @param key the key's name
  /// @param contiguous whether keys have no gaps
  static <R> DamagedTable<R> read(
      Connection connection, String select, String key, boolean contiguous, RowReader<R> reader) {
    Reading<R> reading = new Reading<>(connection, select, key, reader);
    reading.scan("ASC");
    if (reading.damaged) {
      long front = reading.rows.isEmpty() ? 0 : reading.rows.lastKey();
      reading.scan("DESC");
      long back =
          reading.rows.tailMap(front + 1).isEmpty()
              ? front + PROBES
              : reading.rows.tailMap(front + 1).firstKey();
      reading.probe(front + 1, Math.min(back, front + PROBES));
      reading.probe(Math.max(front + PROBES, back - PROBES), back);
    }
    int lost = contiguous ? gaps(reading.rows) : 0;
    return new DamagedTable<>(reading.rows, lost, reading.damaged || lost > 0);
  }

  /// Only the newest generation has no gaps of its own: of older ones just the open entries came.
  private static int gaps(SortedMap<Long, ?> rows) {
    if (rows.isEmpty()) {
      return 0;
    }
    long last = rows.lastKey() / SetAsideFiles.GENERATION * SetAsideFiles.GENERATION;
    long missing = 0;
    for (long key : rows.tailMap(last + 1).keySet()) {
      missing += key - last - 1;
      last = key;
    }
    return (int) Math.min(missing, Integer.MAX_VALUE);
  }

  private static final class Reading<R> {
    private final Connection connection;
    private final String select;
    private final String key;
    private final RowReader<R> reader;
    private final TreeMap<Long, R> rows = new TreeMap<>();
    private boolean damaged;

    Reading(Connection connection, String select, String key, RowReader<R> reader) {
      this.connection = connection;
      this.select = select;
      this.key = key;
      this.reader = reader;
    }

    void scan(String order) {
      try (PreparedStatement query =
              connection.prepareStatement(select + " NOT INDEXED ORDER BY " + key + " " + order);
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          keep(row);
        }
      } catch (SQLException _) {
        damaged = true;
      }
    }

    void probe(long from, long to) {
      try (PreparedStatement query =
          connection.prepareStatement(select + " NOT INDEXED WHERE " + key + " = ?")) {
        for (long number = from; number < to; number++) {
          probe(query, number);
        }
      } catch (SQLException _) {
        damaged = true;
      }
    }

    private void probe(PreparedStatement query, long number) throws SQLException {
      query.setLong(1, number);
      try (ResultSet row = query.executeQuery()) {
        if (row.next()) {
          keep(row);
        }
      } catch (SQLException _) {
        damaged = true;
      }
    }

    private void keep(ResultSet row) throws SQLException {
      try {
        rows.put(row.getLong(1), reader.read(row));
      } catch (JournalException | IllegalArgumentException _) {
        damaged = true;
      }
    }
  }
}
