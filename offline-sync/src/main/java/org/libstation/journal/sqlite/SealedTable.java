package org.libstation.journal.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads and writes the table `sealed`: encrypted card numbers with their encrypted keys. Its rows
/// are the only ones that are ever deleted.
final class SealedTable implements AutoCloseable {
  private final PreparedStatement insert;
  private final PreparedStatement find;
  private final PreparedStatement entries;
  private final PreparedStatement delete;

  SealedTable(Connection connection) throws SQLException {
    insert =
        connection.prepareStatement(
            """
            INSERT INTO sealed (entry, card, key_for_machine, key_for_recovery, recovery_key)
            VALUES (?, ?, ?, ?, ?)
            """);
    find =
        connection.prepareStatement(
            """
            SELECT card, key_for_machine, key_for_recovery, recovery_key FROM sealed
            WHERE entry = ?
            """);
    entries = connection.prepareStatement("SELECT entry FROM sealed ORDER BY entry");
    delete = connection.prepareStatement("DELETE FROM sealed WHERE entry = ?");
  }

  void insert(long entry, SealedCard sealed) throws SQLException {
    insert.setLong(1, entry);
    insert.setBytes(2, sealed.card());
    insert.setBytes(3, sealed.keyForMachine());
    insert.setBytes(4, sealed.keyForRecovery());
    insert.setString(5, sealed.recoveryKey());
    insert.executeUpdate();
  }

  Optional<SealedCard> find(long entry) throws SQLException {
    find.setLong(1, entry);
    try (ResultSet row = find.executeQuery()) {
      return row.next()
          ? Optional.of(
              new SealedCard(row.getBytes(1), row.getBytes(2), row.getBytes(3), row.getString(4)))
          : Optional.empty();
    }
  }

  /// Returns the numbers of the entries whose card is kept.
  List<Long> entries() throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (ResultSet row = entries.executeQuery()) {
      while (row.next()) {
        numbers.add(row.getLong(1));
      }
    }
    return numbers;
  }

  /// @return whether there was a card
  boolean delete(long entry) throws SQLException {
    delete.setLong(1, entry);
    return delete.executeUpdate() > 0;
  }

  @Override
  public void close() throws SQLException {
    insert.close();
    find.close();
    entries.close();
    delete.close();
  }
}
