package org.libstation.journal.sqlite;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.StationClock;
import org.libstation.file.DurableFiles;
import org.libstation.journal.JournalException;

/// Opens or creates the file of a journal whose directory is already locked.
final class JournalOpener {
  private final StationClock clock;
  private final CardSealKeys keys;
  private final long ballastBytes;
  private final SecureRandom random;
  private final List<Path> signs;
  private final ConnectionSource connections;

  JournalOpener(
      StationClock clock,
      CardSealKeys keys,
      long ballastBytes,
      SecureRandom random,
      List<Path> signs,
      ConnectionSource connections) {
    this.clock = clock;
    this.keys = keys;
    this.ballastBytes = ballastBytes;
    this.random = random;
    this.signs = List.copyOf(signs);
    this.connections = connections;
  }

  /// Opens the journal, or makes one. If the file is not the right journal, notes that and opens a
  /// new one.
  ///
  /// @param lock released when the journal is closed
  /// @throws JournalException CORRUPT, NEWER, OLD_FORM or a fault of the key, each with the reason;
  ///   then no entry, mark or card was changed
  SqliteJournal journal(Path file, Closeable lock) throws SQLException, IOException {
    HighWaterFile mark = HighWaterFile.of(DurableFiles.directoryOf(file));
    JournalPast past = new JournalPast(file, mark, signs);
    past.look(now());
    try {
      return opened(file, lock, mark, past);
    } catch (NotTheOne e) {
      past.begin(e.kind, 0, now());
    }
    try {
      return opened(file, lock, mark, past);
    } catch (NotTheOne e) {
      throw new IOException(file + " is not the journal that was just made", e);
    }
  }

  /// The file is another journal than this station's, or has no entry although it should.
  private static final class NotTheOne extends Exception {
    private static final long serialVersionUID = 1L;
    final JournalBreak.BreakKind kind;

    NotTheOne(JournalBreak.BreakKind kind) {
      super(kind.name());
      this.kind = kind;
    }
  }

  private Instant now() {
    return clock.now().corrected().toInstant();
  }

  private SqliteJournal opened(Path file, Closeable lock, HighWaterFile mark, JournalPast past)
      throws SQLException, IOException, NotTheOne {
    Path directory = DurableFiles.directoryOf(file);
    boolean fresh = !Files.exists(file) || Files.size(file) == 0;
    Connection connection = connections.open(file);
    boolean ready = false;
    try {
      JournalSchema.prepare(connection);
      if (!fresh) {
        check(connection, file);
      }
      if (JournalSchema.version(connection) == 0) {
        if (!fresh && past.hadOne()) {
          throw new NotTheOne(JournalBreak.BreakKind.EMPTIED);
        }
        JournalSchema.create(
            connection, SetAsideFiles.lastNumber(directory), identity(), JournalForm.to(directory));
        DurableFiles.syncDirectory(directory);
      } else {
        raise(connection, JournalForm.to(directory));
      }
      HighWater here = JournalSchema.highWater(connection, now());
      Optional<JournalBreak.BreakKind> broken = past.compared(here);
      boolean older = broken.filter(JournalBreak.BreakKind.OLDER::equals).isPresent();
      if (broken.isPresent() && !older) {
        throw new NotTheOne(broken.get());
      }
      CardSealer sealer = keys.sealer(connection);
      if (older) {
        past.begin(JournalBreak.BreakKind.OLDER, JournalSchema.highest(connection), now());
      }
      SqliteJournal journal = following(connection, file, sealer, lock, mark.begin(here));
      ready = true;
      return journal;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  private static void raise(Connection connection, int form) throws SQLException {
    if (JournalSchema.version(connection) < form) {
      JournalSchema.raise(connection, form);
    }
  }

  /// Opens a copy beside the journal, which is prepared to replace it.
  SqliteJournal beside(Path copy) throws SQLException, IOException {
    Connection connection = connections.open(copy);
    boolean ready = false;
    try {
      JournalSchema.prepare(connection);
      check(connection, copy);
      raise(connection, JournalForm.to(DurableFiles.directoryOf(copy)));
      CardSealer sealer = keys.sealer(connection);
      HighWaterFile mark = new HighWaterFile(copy.resolveSibling(copy.getFileName() + ".mark"));
      HighWater known = JournalSchema.highWater(connection, now());
      SqliteJournal journal = following(connection, copy, sealer, () -> {}, mark.begin(known));
      ready = true;
      return journal;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  private SqliteJournal following(
      Connection connection,
      Path file,
      CardSealer sealer,
      Closeable lock,
      HighWaterFile.Writer mark)
      throws SQLException, IOException {
    Path directory = DurableFiles.directoryOf(file);
    JournalSchema.countAbove(connection, SetAsideFiles.lastNumber(directory));
    long heldUpTo =
        JournalBreak.unanswered(directory).stream()
            .mapToLong(JournalBreak::heldUpTo)
            .max()
            .orElse(0);
    Ballast ballast = new Ballast(file.resolveSibling(JournalFiles.BALLAST), ballastBytes);
    return new SqliteJournal(connection, clock, sealer, random, ballast, lock, mark, heldUpTo);
  }

  /// Draws a random identity for a new journal, never 0, which SQLite writes by default.
  private int identity() {
    return 1 + random.nextInt(Integer.MAX_VALUE - 1);
  }

  private static void check(Connection connection, Path file) throws SQLException {
    String found = JournalSchema.quickCheck(connection);
    if (!found.equals("ok")) {
      throw new JournalException(JournalException.FaultKind.CORRUPT, file + ": " + found);
    }
    JournalForm.check(file, JournalSchema.version(connection));
  }
}
