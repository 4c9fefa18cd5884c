package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/// The tables of the journal's file, and the settings with which SQLite opens it.
public final class JournalSchema {
  /// The present version in `PRAGMA user_version`. Each change of tables or words raises it; 0 is a
  /// file that was just created. 4 is the first released form.
  static final int VERSION = 4;

  /// Offset in bytes of `user_version` in the SQLite file format, big endian (fileformat2, 1.3).
  private static final int VERSION_OFFSET = 60;

  private static final String MAGIC = "SQLite format 3\0";

  /// How long a write or a checkpoint waits for a reader in another process.
  static final int BUSY_MILLIS = 2_000;

  private static final List<String> TABLES =
      List.of(
          """
          CREATE TABLE entry (
            number INTEGER PRIMARY KEY AUTOINCREMENT,
            wall TEXT NOT NULL,
            boot TEXT NOT NULL,
            monotonic TEXT NOT NULL,
            skew TEXT,
            clock TEXT NOT NULL CHECK (clock IN ('sound', 'doubtful')),
            kind TEXT NOT NULL,
            item TEXT NOT NULL,
            item_key TEXT NOT NULL,
            details TEXT NOT NULL
          ) STRICT
          """,
          "CREATE INDEX entry_by_item ON entry (item_key, number)",
          """
          CREATE TABLE mark (
            number INTEGER PRIMARY KEY,
            entry INTEGER NOT NULL REFERENCES entry (number),
            wall TEXT NOT NULL,
            boot TEXT NOT NULL,
            monotonic TEXT NOT NULL,
            skew TEXT,
            clock TEXT NOT NULL CHECK (clock IN ('sound', 'doubtful')),
            kind TEXT NOT NULL,
            details TEXT NOT NULL
          ) STRICT
          """,
          "CREATE INDEX mark_by_entry ON mark (entry, number)",
          "CREATE INDEX mark_closed ON mark (entry) WHERE kind = 'closed'",
          """
          CREATE TABLE sealed (
            entry INTEGER PRIMARY KEY REFERENCES entry (number),
            card BLOB NOT NULL,
            key_for_machine BLOB NOT NULL,
            key_for_recovery BLOB NOT NULL,
            recovery_key TEXT NOT NULL
          ) STRICT
          """,
          """
          CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
          BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END
          """,
          """
          CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
          BEGIN SELECT RAISE(ABORT, 'an entry is never deleted'); END
          """,
          """
          CREATE TRIGGER mark_is_never_changed BEFORE UPDATE ON mark
          BEGIN SELECT RAISE(ABORT, 'a mark is never changed'); END
          """,
          """
          CREATE TRIGGER mark_is_never_deleted BEFORE DELETE ON mark
          BEGIN SELECT RAISE(ABORT, 'a mark is never deleted'); END
          """,
          """
          CREATE TRIGGER sealed_is_never_changed BEFORE UPDATE ON sealed
          BEGIN SELECT RAISE(ABORT, 'a sealed card is never changed'); END
          """,
          """
          CREATE TRIGGER sealed_goes_when_its_entry_is_closed_or_exported BEFORE DELETE ON sealed
          WHEN NOT EXISTS (
            SELECT 1 FROM mark
            WHERE mark.entry = OLD.entry AND mark.kind IN ('closed', 'card exported'))
          BEGIN SELECT RAISE(ABORT, 'a sealed card goes only when its entry is closed'); END
          """,
          """
          CREATE VIEW open_entry AS
          SELECT * FROM entry
          WHERE NOT EXISTS (
            SELECT 1 FROM mark WHERE mark.entry = entry.number AND mark.kind = 'closed')
          """);

  private JournalSchema() {}

  /// Returns the version in the file's header without changing the file. It is 0 if there is no
  /// file or no such header.
  static int versionInHeader(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    ByteBuffer header = ByteBuffer.allocate(VERSION_OFFSET + Integer.BYTES);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      boolean whole = channel.read(header, 0) == header.capacity();
      boolean sqlite =
          new String(header.array(), 0, MAGIC.length(), StandardCharsets.ISO_8859_1).equals(MAGIC);
      return whole && sqlite ? header.getInt(VERSION_OFFSET) : 0;
    }
  }

  /// Sets the pragmas of a writing connection.
  public static void prepare(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA busy_timeout = " + BUSY_MILLIS);
      sql.execute("PRAGMA journal_mode = WAL");
      sql.execute("PRAGMA synchronous = FULL");
      sql.execute("PRAGMA secure_delete = ON");
      sql.execute("PRAGMA foreign_keys = ON");
      sql.execute("PRAGMA recursive_triggers = ON");
      sql.execute("PRAGMA temp_store = MEMORY");
      sql.execute("PRAGMA trusted_schema = OFF");
    }
  }

  static int version(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("PRAGMA user_version")) {
      return row.getInt(1);
    }
  }

  /// Marks the file as one that may hold words of this version, so that an older program refuses
  /// it.
  static void raise(Connection connection, int version) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("PRAGMA user_version = " + version);
    }
  }

  /// Creates the tables in one transaction, in a file that has none.
  ///
  /// @param lastNumber the first entry gets the number after it
  /// @param identity stored in the file to tell this journal from others, for ever
  /// @param version form of the words that the file may hold
  static void create(Connection connection, long lastNumber, int identity, int version)
      throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("BEGIN IMMEDIATE");
      for (String statement : TABLES) {
        sql.execute(statement);
      }
      sql.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('entry', " + lastNumber + ")");
      sql.execute("PRAGMA application_id = " + identity);
      sql.execute("PRAGMA user_version = " + version);
      sql.execute("COMMIT");
    }
  }

  /// Returns how far the journal got. Its identity is SQLite's `application_id` (fileformat2, 1.3).
  static HighWater highWater(Connection connection, Instant now) throws SQLException {
    return new HighWater(
        (int) number(connection, "PRAGMA application_id"),
        number(connection, "SELECT count(*) FROM entry"),
        number(connection, "SELECT count(*) FROM mark"),
        now);
  }

  /// Returns the highest number of an entry; 0 if there is none.
  static long highest(Connection connection) throws SQLException {
    return number(connection, "SELECT coalesce(max(number), 0) FROM entry");
  }

  /// Makes new entries get numbers above this one.
  static void countAbove(Connection connection, long lastNumber) throws SQLException {
    if (number(connection, "SELECT coalesce(max(seq), 0) FROM sqlite_sequence") < lastNumber) {
      try (Statement sql = connection.createStatement()) {
        sql.execute("UPDATE sqlite_sequence SET seq = " + lastNumber + " WHERE name = 'entry'");
      }
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
  }

  /// Returns what SQLite itself finds wrong with the file; `ok` if nothing.
  static String quickCheck(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement();
        ResultSet row = sql.executeQuery("PRAGMA quick_check(1)")) {
      return row.next() ? row.getString(1) : "ok";
    }
  }
}
