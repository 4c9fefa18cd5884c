package org.libstation.lab.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.libstation.journal.JournalException;
import org.libstation.journal.sqlite.ConnectionSource;
import org.libstation.journal.sqlite.JournalSchema;
import org.libstation.journal.sqlite.SqliteErrors;

/// Writes reference data to a disk, so that the journal's cost can be compared with that of the
/// disk itself. It writes one row into a SQLite file like the journal (WAL, `synchronous=FULL`,
/// `STRICT`, the pragmas of the journal). It also appends one block to a plain file and flushes it
/// with fdatasync. The caller measures the times.
public final class DiskYardstick implements AutoCloseable {
  /// Size of a page of the SQLite file: the least that a commit appends to its log.
  public static final int BLOCK_BYTES = 4096;

  static final String DATABASE = "yardstick.db";
  static final String LOG = "yardstick.log";

  /// A text about as long as that of one journal entry.
  private static final String ROW = "a row as long as an entry ".repeat(12);

  private final Connection connection;
  private final PreparedStatement insert;
  private final FileChannel log;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);

  private DiskYardstick(Connection connection, PreparedStatement insert, FileChannel log) {
    this.connection = connection;
    this.insert = insert;
    this.log = log;
  }

  /// Creates both files.
  ///
  /// @param directory on the disk to be measured; created if missing, and must not hold these files
  ///   yet
  /// @throws JournalException if the disk refuses
  public static DiskYardstick in(Path directory) {
    try {
      Files.createDirectories(directory);
      FileChannel log =
          FileChannel.open(
              directory.resolve(LOG), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      Connection connection = ConnectionSource.plain(directory.resolve(DATABASE));
      JournalSchema.prepare(connection);
      try (Statement sql = connection.createStatement()) {
        sql.execute(
            """
            CREATE TABLE yard (
              number INTEGER PRIMARY KEY AUTOINCREMENT,
              words TEXT NOT NULL
            ) STRICT
            """);
      }
      PreparedStatement insert = connection.prepareStatement("INSERT INTO yard (words) VALUES (?)");
      return new DiskYardstick(connection, insert, log);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, "no yardstick can be made in " + directory, e);
    } catch (SQLException e) {
      throw SqliteErrors.exception("no yardstick can be made in " + directory, e);
    }
  }

  /// Writes one row in its own transaction, which is on the disk when this returns.
  public void insert() {
    try {
      insert.setString(1, ROW);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw SqliteErrors.exception("the yardstick could not be written", e);
    }
  }

  /// Appends one block to the plain file; it is on the disk when this returns.
  public void append() {
    try {
      block.clear();
      while (block.hasRemaining()) {
        log.write(block);
      }
      log.force(false);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, "the yardstick could not be written", e);
    }
  }

  @Override
  public void close() {
    try (log;
        connection;
        insert) {
      // Closed in the reverse of this order.
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, "the yardstick could not be closed", e);
    } catch (SQLException e) {
      throw SqliteErrors.exception("the yardstick could not be closed", e);
    }
  }
}
