package org.libstation.journal.sqlite;

import java.sql.SQLException;
import org.libstation.journal.JournalException;

/// What SQLite's result codes mean here (sqlite.org/rescode.html, primary codes).
public final class SqliteErrors {
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int NOT_A_DATABASE = 26;

  private SqliteErrors() {}

  static JournalException.Kind kind(SQLException e) {
    return switch (e.getErrorCode() & 0xff) {
      case FULL -> JournalException.Kind.DISK_FULL;
      case CORRUPT, NOT_A_DATABASE -> JournalException.Kind.CORRUPT;
      case BUSY, LOCKED -> JournalException.Kind.IN_USE;
      case READONLY -> JournalException.Kind.READ_ONLY;
      case IOERR -> JournalException.Kind.IO;
      default -> JournalException.Kind.DISK;
    };
  }

  public static JournalException exception(String what, SQLException e) {
    return new JournalException(kind(e), what + ": " + e.getMessage(), e);
  }
}
