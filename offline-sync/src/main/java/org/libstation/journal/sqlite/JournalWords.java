package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libstation.file.DurableFiles;
import org.libstation.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one migration that changes what was written: journals up to version 3 kept a central
/// system's own words, and with them other readers' names and numbers. It takes them out of the
/// journal, of journals that were set aside, and of what a cut-off salvage left.
///
/// The version of a journal is raised last, when nothing is left in the file or its log; a
/// set-aside directory gets [#DONE]. Until then a kill at any point leaves a journal that is whole,
/// and the next start does it again.
public final class JournalWords {
  /// In a set-aside directory: nothing is left in it.
  static final String DONE = "words-erased";

  /// Of a set-aside file that is being written anew.
  private static final String DRAFT = ".words";

  private static final String SALVAGE_COPIES = "salvage-";
  private static final int ZEROS = 64 * 1024;
  private static final Logger LOG = LoggerFactory.getLogger(JournalWords.class);

  private JournalWords() {}

  /// What was taken out.
  ///
  /// @param marks of the journal
  /// @param places in files of journals that were set aside
  /// @param done whether nothing is left; else the next start goes on
  public record Erased(int marks, int places, boolean done) {}

  /// Takes them out of a station's journal and of all that was set aside beside it, before it is
  /// opened. Does nothing where there is no journal or where it was done; a journal that cannot be
  /// opened is left to [JournalStore#open], which sets it aside.
  ///
  /// @param directory the journal's
  /// @throws IOException when the directory cannot be read
  /// @throws JournalException IN_USE when a program has it open
  public static Erased erase(Path directory) throws IOException {
    Path file = directory.resolve(JournalFiles.FILE);
    if (!Files.exists(file)) {
      return new Erased(0, 0, true);
    }
    Optional<FileChannel> lock = JournalStore.lock(directory);
    if (lock.isEmpty()) {
      throw new JournalException(JournalException.FaultKind.IN_USE, file + " is in use");
    }
    try (FileChannel _ = lock.get()) {
      int version = JournalSchema.versionInHeader(file);
      if (JournalForm.heldTooFarBack(directory, version)) {
        return new Erased(0, 0, false);
      }
      Erased marks =
          version > 0 && version < JournalSchema.NO_WORDS_SINCE
              ? eraseClosed(file)
              : new Erased(0, 0, version >= JournalSchema.NO_WORDS_SINCE);
      Erased places = eraseAside(directory);
      return new Erased(marks.marks(), places.places(), marks.done() && places.done());
    }
  }

  private static Erased eraseClosed(Path file) {
    try (Connection connection = ConnectionSource.plain(file)) {
      JournalSchema.prepare(connection);
      if (!JournalSchema.quickCheck(connection).equals("ok")) {
        return new Erased(0, 0, false);
      }
      Erased erased = erase(connection);
      if (erased.done()) {
        JournalSchema.raise(connection, JournalSchema.NO_WORDS_SINCE);
      }
      return erased;
    } catch (SQLException e) {
      LOG.warn("the journal keeps words of the central system for now: {}", e.getMessage());
      return new Erased(0, 0, false);
    }
  }

  /// Takes them out of an open journal; its version may be raised where that was done. A disk
  /// without room, or a reader that holds the log, puts it off.
  ///
  /// @throws SQLException when the journal is corrupt
  static Erased erase(Connection connection) throws SQLException {
    try {
      int marks = eraseMarks(connection);
      return new Erased(marks, 0, rewrite(connection));
    } catch (SQLException e) {
      if (SqliteErrors.exception("", e).kind() == JournalException.FaultKind.CORRUPT) {
        throw e;
      }
      LOG.warn("the journal keeps words of the central system for now: {}", e.getMessage());
      return new Erased(0, 0, false);
    }
  }

  private record Changed(long number, String details) {}

  private static int eraseMarks(Connection connection) throws SQLException {
    List<Changed> changed = new ArrayList<>();
    boolean committed = false;
    try (Statement sql = connection.createStatement()) {
      sql.execute("BEGIN IMMEDIATE");
      try (ResultSet row =
          sql.executeQuery(
              "SELECT number, kind, details FROM mark WHERE kind IN ('refused', 'staff line')")) {
        while (row.next()) {
          long number = row.getLong(1);
          WordsOfMark.without(row.getString(2), row.getString(3))
              .ifPresent(details -> changed.add(new Changed(number, details)));
        }
      }
      sql.execute("DROP TRIGGER IF EXISTS mark_is_never_changed");
      update(connection, changed);
      sql.execute(JournalSchema.MARK_IS_NEVER_CHANGED);
      sql.execute("COMMIT");
      committed = true;
    } finally {
      if (!committed) {
        rollBack(connection);
      }
    }
    return changed.size();
  }

  private static void rollBack(Connection connection) {
    try (Statement sql = connection.createStatement()) {
      sql.execute("ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself after some errors; if it did not, the next BEGIN fails.
      LOG.debug("no roll-back was needed or possible: {}", e.getMessage());
    }
  }

  private static void update(Connection connection, List<Changed> changed) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE mark SET details = ? WHERE number = ?")) {
      for (Changed each : changed) {
        update.setString(1, each.details());
        update.setLong(2, each.number());
        update.executeUpdate();
      }
    }
  }

  /// Writes the whole file anew, because rows that once moved left copies in its pages, and empties
  /// the log.
  private static boolean rewrite(Connection connection) throws SQLException {
    try (Statement sql = connection.createStatement()) {
      sql.execute("VACUUM");
      try (ResultSet row = sql.executeQuery("PRAGMA wal_checkpoint(TRUNCATE)")) {
        return row.next() && row.getInt(1) == 0;
      }
    }
  }

  /// Takes them out of all that was set aside, and removes what a cut-off salvage left. What the
  /// disk does not let us is left for the next start: the station works all the same.
  ///
  /// @param directory the journal's
  static Erased eraseAside(Path directory) {
    int places = 0;
    try {
      removeCopies(directory);
      for (Path aside : SetAsideFiles.directories(directory)) {
        removeCopies(aside);
        if (!Files.exists(aside.resolve(DONE))) {
          places += eraseIn(aside);
        }
      }
      return new Erased(0, places, true);
    } catch (IOException e) {
      LOG.warn(
          "journals that were set aside keep their words until the next start: {}", e.toString());
      return new Erased(0, places, false);
    }
  }

  private static int eraseIn(Path aside) throws IOException {
    Path file = aside.resolve(JournalFiles.FILE);
    int places = 0;
    if (JournalSchema.versionInHeader(file) < JournalSchema.NO_WORDS_SINCE) {
      Path log = SetAsideFiles.sibling(file, "-wal");
      places += Files.exists(log) ? erase(log, WordsInBytes::inLog) : 0;
      places += Files.exists(file) ? erase(file, WordsInBytes::inFile) : 0;
    }
    Files.writeString(aside.resolve(DONE), places + System.lineSeparator());
    DurableFiles.syncDirectory(aside);
    return places;
  }

  @FunctionalInterface
  private interface Erasing {
    int in(byte[] bytes);
  }

  /// Replaces the file by one without them, then overwrites what it was.
  private static int erase(Path file, Erasing erasing) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int places = erasing.in(bytes);
    if (places == 0) {
      return 0;
    }
    Path draft = SetAsideFiles.sibling(file, DRAFT);
    Files.write(draft, bytes);
    try (FileChannel old = FileChannel.open(file, StandardOpenOption.WRITE)) {
      DurableFiles.replace(draft, file);
      overwrite(old);
    }
    return places;
  }

  private static void overwrite(FileChannel file) throws IOException {
    ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
    long size = file.size();
    for (long at = 0; at < size; at += zeros.limit()) {
      zeros.clear().limit((int) Math.min(ZEROS, size - at));
      while (zeros.hasRemaining()) {
        int written = file.write(zeros, at + zeros.position());
        if (written < 0) {
          return;
        }
      }
    }
    file.force(true);
  }

  private static void removeCopies(Path directory) throws IOException {
    List<Path> copies;
    try (Stream<Path> files = Files.list(directory)) {
      copies =
          files
              .filter(Files::isDirectory)
              .filter(file -> String.valueOf(file.getFileName()).startsWith(SALVAGE_COPIES))
              .toList();
    }
    for (Path copy : copies) {
      List<Path> all;
      try (Stream<Path> files = Files.walk(copy)) {
        all = files.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        if (Files.isRegularFile(each)) {
          try (FileChannel file = FileChannel.open(each, StandardOpenOption.WRITE)) {
            overwrite(file);
          }
        }
        Files.deleteIfExists(each);
      }
    }
  }
}
