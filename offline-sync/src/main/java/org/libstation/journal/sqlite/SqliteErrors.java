package org.libstation.journal.sqlite;

import java.sql.SQLException;
import org.libstation.journal.JournalException;

/// Translates SQLite's primary result codes into faults of the journal (sqlite.org/rescode.html).
public final class SqliteErrors {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;

  private SqliteErrors() {}

  static JournalException.FaultKind kind(SQLException e) {
    return switch (e.getErrorCode() & 0xff) {
      case FULL -> JournalException.FaultKind.DISK_FULL;
      case CORRUPT, NOT_A_DATABASE -> JournalException.FaultKind.CORRUPT;
      case BUSY, LOCKED -> JournalException.FaultKind.IN_USE;
      case READONLY -> JournalException.FaultKind.READ_ONLY;
      case IOERR -> JournalException.FaultKind.IO;
      default -> JournalException.FaultKind.DISK;
    };
  }

  /// Makes the journal's exception from one of SQLite.
  ///
  /// @param what what failed, for the message
  public static JournalException exception(String what, SQLException e) {
    return new JournalException(kind(e), what + ": " + e.getMessage(), e);
  }
}
