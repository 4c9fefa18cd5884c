package org.libstation.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Opens connections to the journal's file; tests put faults here, below every class of the
/// journal.
@FunctionalInterface
public interface ConnectionSource {
  Connection open(Path file) throws SQLException;

  static Connection plain(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }
}
