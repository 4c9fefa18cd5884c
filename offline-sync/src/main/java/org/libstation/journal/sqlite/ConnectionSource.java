package org.libstation.journal.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Opens connections to the journal's file. Tests inject faults here, below all classes of the
/// journal.
@FunctionalInterface
public interface ConnectionSource {
  Connection open(Path file) throws SQLException;

  /// Opens a connection without further settings.
  static Connection plain(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
  }
}
