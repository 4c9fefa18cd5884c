package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalException;

/// A directory with one journal in it: `journal.db` (and SQLite's `-wal` and `-shm` beside it),
/// `journal.lock`, `ballast`, and a directory `set-aside-N` for each corrupt journal.
public final class JournalStore {
  public static final String FILE = "journal.db";
  static final String LOCK = "journal.lock";
  static final String BALLAST = "ballast";

  private final StationClock clock;
  private final Path machineKey;
  private final LibraryKey recoveryKey;
  private final long ballastBytes;
  private final SecureRandom random;
  private final ConnectionSource connections;

  /// @param machineKey the file of this machine's key, made when there is none; not in the
  ///   journal's directory
  /// @param recoveryKey the public key of the site with which cards of a dead machine are opened
  /// @param ballastBytes [Ballast#DEFAULT_BYTES] unless the disk is small
  public JournalStore(
      StationClock clock,
      Path machineKey,
      LibraryKey recoveryKey,
      long ballastBytes,
      SecureRandom random) {
    this(clock, machineKey, recoveryKey, ballastBytes, random, ConnectionSource::plain);
  }

  JournalStore(
      StationClock clock,
      Path machineKey,
      LibraryKey recoveryKey,
      long ballastBytes,
      SecureRandom random,
      ConnectionSource connections) {
    this.clock = clock;
    this.machineKey = machineKey;
    this.recoveryKey = recoveryKey;
    this.ballastBytes = ballastBytes;
    this.random = random;
    this.connections = connections;
  }

  /// How an attempt to open ended.
  public sealed interface Opening {
    record Opened(SqliteJournal journal) implements Opening {}

    /// A corrupt journal was set aside, now or earlier, and nobody has salvaged it yet, or nobody
    /// has closed what could not be read of it ([Happening.EntriesLost]). Returns go on in a new
    /// journal; lending waits for a technician.
    ///
    /// @param file the corrupt journal, as it was: for [JournalSalvage#run]
    /// @param journal the new one; its numbers are higher than any of the old one
    record SetAside(Path file, SqliteJournal journal) implements Opening {}

    /// Written by a newer version of this program; untouched.
    ///
    /// @param why for the technician
    record Newer(Path file, String why) implements Opening {}

    /// Another process, or another part of this one, has it.
    record InUse(Path file) implements Opening {}

    /// The machine's key is missing, readable by others, or not the one that sealed the cards in
    /// this journal; untouched. With the recovery key they can still be opened.
    record KeyUnfit(Path key, String why) implements Opening {}
  }

  /// Opens the journal, or makes one.
  ///
  /// @throws JournalException DISK or DISK_FULL when the disk does not let us
  public Opening open(Path directory) {
    Path file = directory.resolve(FILE);
    try {
      Files.createDirectories(directory);
      Optional<FileChannel> lock = lock(directory);
      if (lock.isEmpty()) {
        return new Opening.InUse(file);
      }
      boolean handedOn = false;
      try {
        Opening opening = opened(file, lock.get());
        handedOn = opening instanceof Opening.Opened || opening instanceof Opening.SetAside;
        return opening;
      } finally {
        if (!handedOn) {
          lock.get().close();
        }
      }
    } catch (IOException e) {
      throw new JournalException(
          JournalException.Kind.DISK, "the journal in " + directory + " cannot be opened", e);
    }
  }

  private static Optional<FileChannel> lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // Held by this very process: in use all the same.
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(channel) : Optional.empty();
  }

  private Opening opened(Path file, FileChannel lock) throws IOException {
    int version = JournalSchema.versionInHeader(file);
    if (version > JournalSchema.VERSION) {
      return new Opening.Newer(
          file,
          "%s is of version %d, this program knows up to %d; install the newer program"
              .formatted(file, version, JournalSchema.VERSION));
    }
    try {
      SqliteJournal journal = journal(file, lock);
      Path directory = DurableFiles.directoryOf(file);
      Optional<Path> waiting =
          SetAsideFiles.unsalvaged(directory)
              .or(
                  () ->
                      journal.open().stream()
                          .flatMap(entry -> UnreadEntries.calls(directory, entry).stream())
                          .findFirst());
      return waiting.isPresent()
          ? new Opening.SetAside(waiting.get(), journal)
          : new Opening.Opened(journal);
    } catch (SQLException e) {
      return failed(file, lock, SqliteErrors.exception(file.toString(), e));
    } catch (JournalException e) {
      return failed(file, lock, e);
    }
  }

  private Opening failed(Path file, FileChannel lock, JournalException e) throws IOException {
    return switch (e.kind()) {
      case CORRUPT -> setAside(file, lock);
      case NEWER -> new Opening.Newer(file, String.valueOf(e.getMessage()));
      case KEY -> new Opening.KeyUnfit(machineKey, String.valueOf(e.getMessage()));
      case IN_USE -> new Opening.InUse(file);
      case DISK_FULL, DISK -> throw e;
    };
  }

  private Opening setAside(Path file, FileChannel lock) throws IOException {
    Path aside = SetAsideFiles.move(file);
    try {
      return new Opening.SetAside(aside, journal(file, lock));
    } catch (SQLException e) {
      throw SqliteErrors.exception("a new journal could not be made at " + file, e);
    }
  }

  private SqliteJournal journal(Path file, FileChannel lock) throws SQLException, IOException {
    boolean fresh = !Files.exists(file) || Files.size(file) == 0;
    Connection connection = connections.open(file);
    boolean ready = false;
    try {
      JournalSchema.prepare(connection);
      if (!fresh) {
        check(connection, file);
      }
      if (JournalSchema.version(connection) == 0) {
        JournalSchema.create(connection, SetAsideFiles.lastNumber(DurableFiles.directoryOf(file)));
        DurableFiles.syncDirectory(DurableFiles.directoryOf(file));
      } else if (JournalSchema.version(connection) < JournalSchema.VERSION) {
        JournalSchema.raise(connection);
      }
      CardSealer sealer = new CardSealer(key(connection), recoveryKey, random);
      Ballast ballast = new Ballast(file.resolveSibling(BALLAST), ballastBytes);
      SqliteJournal journal = new SqliteJournal(connection, clock, sealer, random, ballast, lock);
      ready = true;
      return journal;
    } finally {
      if (!ready) {
        connection.close();
      }
    }
  }

  private static void check(Connection connection, Path file) throws SQLException {
    String found = JournalSchema.quickCheck(connection);
    if (!found.equals("ok")) {
      throw new JournalException(JournalException.Kind.CORRUPT, file + ": " + found);
    }
    if (JournalSchema.version(connection) > JournalSchema.VERSION) {
      throw new JournalException(
          JournalException.Kind.NEWER, file + " was written by a newer version of this program");
    }
  }

  /// The machine's key; made now if nothing was ever sealed with one.
  private SecretKey key(Connection connection) throws SQLException {
    try (SealedTable sealed = new SealedTable(connection);
        EntryTable entries = new EntryTable(connection)) {
      var numbers = sealed.entries();
      if (!Files.exists(machineKey)) {
        if (!numbers.isEmpty()) {
          throw new JournalException(
              JournalException.Kind.KEY,
              machineKey + ": the key that sealed " + numbers.size() + " cards is missing");
        }
        return MachineKey.create(machineKey, random);
      }
      SecretKey key = MachineKey.read(machineKey);
      CardSealer sealer = new CardSealer(key, recoveryKey, random);
      for (long number : numbers) {
        if (opens(sealer, sealed, entries, number)) {
          return key;
        }
      }
      if (numbers.isEmpty()) {
        return key;
      }
      throw new JournalException(
          JournalException.Kind.KEY, machineKey + ": this key opens no card in the journal");
    }
  }

  private static boolean opens(
      CardSealer sealer, SealedTable sealed, EntryTable entries, long number) throws SQLException {
    Optional<EntryTable.Row> row = entries.find(number);
    Optional<SealedCard> card = sealed.find(number);
    if (row.isEmpty() || card.isEmpty()) {
      return false;
    }
    try {
      sealer.open(card.get(), JournalFile.context(row.get().at(), row.get().what()));
      return true;
    } catch (JournalException _) {
      return false;
    }
  }

  /// Opens a journal to read it beside the process that writes it. Nothing is locked or changed.
  ///
  /// @throws JournalException CORRUPT, NEWER or DISK, each with the reason
  public static JournalReader read(Path directory) {
    return JournalReader.open(directory.resolve(FILE));
  }

  /// The damaged journals that were set aside in this directory: what [#read] does not show.
  ///
  /// @throws JournalException DISK when the directory cannot be listed
  public static List<SetAsideJournal> setAside(Path directory) {
    try {
      return SetAsideFiles.all(directory);
    } catch (IOException e) {
      throw new JournalException(JournalException.Kind.DISK, directory + " cannot be listed", e);
    }
  }

  /// The same with this machine's keys, so that cards it sealed can be asked about.
  ///
  /// @throws JournalException CORRUPT, NEWER, DISK or KEY, each with the reason
  public JournalReader readSealed(Path directory) {
    CardSealer sealer = new CardSealer(MachineKey.read(machineKey), recoveryKey, random);
    return JournalReader.open(directory.resolve(FILE), Optional.of(sealer));
  }

  /// For a reader that only wants the port.
  public static Optional<Journal> journal(Opening opening) {
    return switch (opening) {
      case Opening.Opened(SqliteJournal journal) -> Optional.of(journal);
      case Opening.SetAside(_, SqliteJournal journal) -> Optional.of(journal);
      case Opening.Newer _, Opening.InUse _, Opening.KeyUnfit _ -> Optional.empty();
    };
  }
}
