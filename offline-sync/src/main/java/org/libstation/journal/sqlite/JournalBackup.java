package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import org.libstation.file.DurableFiles;
import org.libstation.journal.JournalException;
import org.sqlite.SQLiteConfig;

/// Copies a journal as it is at one moment, also while a station writes it. A plain copy of the
/// file cannot do that, because the newest entries are in the log beside it.
public final class JournalBackup {
  private static final Set<PosixFilePermission> OWNER_ALONE =
      PosixFilePermissions.fromString("rw-------");

  private JournalBackup() {}

  /// What a backup wrote.
  ///
  /// @param copied how far the copy goes
  /// @param sealedCards number of card numbers in it, each sealed
  /// @param ownerAlone whether only its owner can read the file; false if its disk stores no access
  ///   rights
  public record BackupReport(HighWater copied, long sealedCards, boolean ownerAlone) {}

  /// Writes the copy, which is complete and on the disk when this returns. It holds what is in the
  /// journal now, and nothing that was erased from it.
  ///
  /// @param directory the journal's
  /// @param to a file that does not exist yet
  /// @throws JournalException CORRUPT, NEWER, OLD_FORM, IN_USE or a fault of the disk, each with
  ///   the reason; then there is no such file
  public static BackupReport write(Path directory, Path to, Instant now) {
    if (Files.exists(to)) {
      throw new JournalException(
          JournalException.FaultKind.DISK, to + " exists and was not touched");
    }
    Path file = directory.resolve(JournalFiles.FILE);
    Path draft = to.resolveSibling(to.getFileName() + ".part");
    try {
      BackupReport report = copied(file, draft, now);
      Files.move(draft, to);
      DurableFiles.syncDirectory(DurableFiles.directoryOf(to));
      return report;
    } catch (FileAlreadyExistsException e) {
      throw new JournalException(
          JournalException.FaultKind.DISK, e.getFile() + " exists and was not touched", e);
    } catch (SQLException e) {
      remove(draft);
      throw SqliteErrors.exception(file + " could not be copied to " + to, e);
    } catch (IOException e) {
      remove(draft);
      throw new JournalException(
          JournalException.FaultKind.DISK,
          file + " could not be copied to " + to + ": " + JournalException.reason(e),
          e);
    }
  }

  private static void remove(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException _) {
      // The caller gets the reason why the copy failed.
    }
  }

  /// Copies the file with one statement in its own transaction: SQLite copies what is committed
  /// when it begins.
  ///
  /// @param to a file that does not exist yet
  static BackupReport copied(Path file, Path to, Instant now) throws SQLException, IOException {
    JournalForm.check(file, JournalSchema.versionInHeader(file));
    boolean ownerAlone = create(to);
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(JournalSchema.BUSY_MILLIS);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, to.toAbsolutePath().toString());
      copy.execute();
    }
    DurableFiles.syncFile(to);
    try (Connection connection = config.createConnection("jdbc:sqlite:" + to.toAbsolutePath())) {
      String found = JournalSchema.quickCheck(connection);
      if (!found.equals("ok")) {
        throw new JournalException(JournalException.FaultKind.CORRUPT, file + ": " + found);
      }
      try (SealedTable sealed = new SealedTable(connection)) {
        return new BackupReport(
            JournalSchema.highWater(connection, now), sealed.entries().size(), ownerAlone);
      }
    }
  }

  /// Makes an empty file for SQLite to write into, so that no other user can read it from its first
  /// byte on.
  private static boolean create(Path to) throws IOException {
    try {
      Files.createFile(to, PosixFilePermissions.asFileAttribute(OWNER_ALONE));
      return Files.getPosixFilePermissions(to).equals(OWNER_ALONE);
    } catch (UnsupportedOperationException _) {
      Files.createFile(to);
      return false;
    }
  }
}
