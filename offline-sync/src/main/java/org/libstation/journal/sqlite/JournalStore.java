package org.libstation.journal.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.libstation.circulation.StationClock;
import org.libstation.file.DurableFiles;
import org.libstation.journal.Journal;
import org.libstation.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the journal of a directory. The directory holds `journal.db` (with SQLite's `-wal` and
/// `-shm` beside it), `journal.lock`, `ballast`, and a directory `set-aside-N` for each corrupt
/// journal.
public final class JournalStore {
  private static final Logger LOG = LoggerFactory.getLogger(JournalStore.class);
  private static final Set<PosixFilePermission> OTHERS =
      EnumSet.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  private final Path machineKey;
  private final LibraryKey recoveryKey;
  private final SecureRandom random;
  private final JournalOpener opener;

  /// @param machineKey the file of this machine's key, made if there is none; not in the journal's
  ///   directory
  /// @param recoveryKey the site's public key; its private half opens the cards of a dead machine
  /// @param ballastBytes [Ballast#DEFAULT_BYTES] unless the disk is small
  /// @param signs files that only a station with a journal leaves: if one exists, a missing or
  ///   empty journal is not a first start. The machine's key and the journal's mark always count.
  public JournalStore(
      StationClock clock,
      Path machineKey,
      LibraryKey recoveryKey,
      long ballastBytes,
      SecureRandom random,
      List<Path> signs) {
    this(clock, machineKey, recoveryKey, ballastBytes, random, signs, ConnectionSource::plain);
  }

  JournalStore(
      StationClock clock,
      Path machineKey,
      LibraryKey recoveryKey,
      long ballastBytes,
      SecureRandom random,
      List<Path> signs,
      ConnectionSource connections) {
    this.machineKey = machineKey;
    this.recoveryKey = recoveryKey;
    this.random = random;
    this.opener =
        new JournalOpener(
            clock,
            new CardSealKeys(machineKey, recoveryKey, random),
            ballastBytes,
            random,
            Stream.concat(Stream.of(machineKey), signs.stream()).toList(),
            connections);
  }

  JournalOpener opener() {
    return opener;
  }

  /// Result of an attempt to open a journal.
  public sealed interface JournalOpening {
    /// The journal is open, and no person need answer anything.
    record Opened(SqliteJournal journal) implements JournalOpening {}

    /// A corrupt journal was set aside, now or earlier. It is not salvaged yet, or the entry about
    /// its lost part ([CirculationEvent.EntriesLost]) is not closed. Returns go on in a new
    /// journal; lending waits for a technician.
    ///
    /// @param file the corrupt journal, unchanged: for [JournalSalvage#run]
    /// @param journal the new one; its numbers are higher than any of the old one
    record SetAside(Path file, SqliteJournal journal) implements JournalOpening {}

    /// The journal was missing, empty, another one or an older one although a station had run here,
    /// and no person has answered this ([JournalBreak]). Returns go on, in a new journal or in the
    /// older one; lending waits.
    ///
    /// @param store what opened the journal: for [JournalRestore]
    record JournalReplaced(JournalBreak found, SqliteJournal journal, JournalStore store)
        implements JournalOpening {}

    /// Another version of this program wrote the journal in a form that this one does not read. The
    /// file is unchanged.
    ///
    /// @param kind NEWER or OLD_FORM
    /// @param why for the technician; it names the file
    record OtherForm(JournalException.FaultKind kind, String why) implements JournalOpening {}

    /// Another process, or another part of this one, has the journal open.
    record InUse(Path file) implements JournalOpening {}

    /// The machine's key is missing, readable by others, withheld by its TPM, or not the one that
    /// sealed this journal's cards. The journal is unchanged, and the recovery key still opens its
    /// cards.
    ///
    /// @param kind KEY, KEY_MISSING or KEY_BOUND
    record KeyUnfit(Path key, JournalException.FaultKind kind, String why)
        implements JournalOpening {}
  }

  /// Removes all rights to a directory, and so to its content, from users outside its owner and
  /// group, whatever the umask of the first start.
  private static void closeToOthers(Path directory) throws IOException {
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(directory);
    if (allowed.removeAll(OTHERS)) {
      try {
        Files.setPosixFilePermissions(directory, allowed);
      } catch (FileSystemException e) {
        // The directory belongs to another user, who may have wanted these rights.
        LOG.warn("other users of this machine can read {}: {}", directory, e.getMessage());
      }
    }
  }

  /// Opens the journal, or makes one.
  ///
  /// @throws JournalException DISK_FULL, READ_ONLY, IO or DISK if the disk does not allow it
  public JournalOpening open(Path directory) {
    Path file = directory.resolve(JournalFiles.FILE);
    try {
      Files.createDirectories(directory);
      closeToOthers(directory);
      Optional<FileChannel> lock = lock(directory);
      if (lock.isEmpty()) {
        return new JournalOpening.InUse(file);
      }
      boolean handedOn = false;
      try {
        JournalOpening opening = opened(file, lock.get());
        handedOn = journal(opening).isPresent();
        return opening;
      } finally {
        if (!handedOn) {
          lock.get().close();
        }
      }
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.of(e), "the journal in " + directory + " cannot be opened", e);
    }
  }

  /// Locks the directory; empty if it is already locked.
  static Optional<FileChannel> lock(Path directory) throws IOException {
    FileChannel channel =
        FileChannel.open(
            directory.resolve(JournalFiles.LOCK),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE);
    boolean locked = false;
    try {
      locked = channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      // This process itself holds the lock, so the journal is in use as well.
    } finally {
      if (!locked) {
        channel.close();
      }
    }
    return locked ? Optional.of(channel) : Optional.empty();
  }

  private JournalOpening opened(Path file, FileChannel lock) throws IOException {
    try {
      JournalForm.check(file, JournalSchema.versionInHeader(file));
      return with(file, opener.journal(file, lock));
    } catch (SQLException e) {
      return failed(file, lock, SqliteErrors.exception(file.toString(), e));
    } catch (JournalException e) {
      return failed(file, lock, e);
    }
  }

  /// Returns the open journal together with what a person must be told about it.
  private JournalOpening with(Path file, SqliteJournal journal) throws IOException {
    Path directory = DurableFiles.directoryOf(file);
    List<JournalBreak> breaks = JournalBreak.unanswered(directory);
    if (!breaks.isEmpty()) {
      return new JournalOpening.JournalReplaced(breaks.getLast(), journal, this);
    }
    Optional<Path> waiting =
        SetAsideFiles.unsalvaged(directory)
            .or(
                () ->
                    journal.open().stream()
                        .flatMap(entry -> UnreadEntries.calls(directory, entry).stream())
                        .findFirst());
    return waiting.isPresent()
        ? new JournalOpening.SetAside(waiting.get(), journal)
        : new JournalOpening.Opened(journal);
  }

  private JournalOpening failed(Path file, FileChannel lock, JournalException e)
      throws IOException {
    return switch (e.kind()) {
      case CORRUPT -> setAside(file, lock);
      case NEWER, OLD_FORM ->
          new JournalOpening.OtherForm(e.kind(), String.valueOf(e.getMessage()));
      case KEY, KEY_MISSING, KEY_BOUND ->
          new JournalOpening.KeyUnfit(machineKey, e.kind(), String.valueOf(e.getMessage()));
      case IN_USE -> new JournalOpening.InUse(file);
      case DISK_FULL, READ_ONLY, IO, DISK -> throw e;
    };
  }

  private JournalOpening setAside(Path file, FileChannel lock) throws IOException {
    // The mark belongs to the corrupt journal; without it, the next journal raises no alarm.
    HighWaterFile.of(DurableFiles.directoryOf(file)).delete();
    Path _ = SetAsideFiles.move(file);
    try {
      return with(file, opener.journal(file, lock));
    } catch (SQLException e) {
      throw SqliteErrors.exception("a new journal could not be made at " + file, e);
    }
  }

  /// Opens a journal for reading while another process writes it. Nothing is locked or changed.
  ///
  /// @throws JournalException CORRUPT, NEWER, OLD_FORM or a fault of the disk, each with the reason
  public static JournalReader read(Path directory) {
    return JournalReader.open(directory.resolve(JournalFiles.FILE));
  }

  /// Returns the damaged journals that were set aside in this directory, which [#read] does not
  /// show.
  ///
  /// @throws JournalException a fault of the disk if the directory cannot be listed
  public static List<SetAsideJournal> setAside(Path directory) {
    try {
      return SetAsideFiles.all(directory);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.of(e), directory + " cannot be listed", e);
    }
  }

  /// Opens a journal as [#read] does, with this machine's key for cards that it sealed.
  ///
  /// @throws JournalException as [#read], or a fault of the key, each with the reason
  public JournalReader readSealed(Path directory) {
    CardSealer sealer = new CardSealer(MachineKey.read(machineKey), recoveryKey, random);
    return JournalReader.open(directory.resolve(JournalFiles.FILE), Optional.of(sealer));
  }

  /// Reports a missing, empty, different or older journal, as [#open] would find it or has found
  /// it. It changes nothing and may be called while a station runs.
  ///
  /// @param signs as for the store, with the machine's key
  /// @throws JournalException CORRUPT, NEWER, OLD_FORM or a fault of the disk, each with the reason
  public static Optional<JournalBreak> broken(Path directory, List<Path> signs, Instant now) {
    try {
      HighWaterFile mark = HighWaterFile.of(directory);
      return new JournalPast(directory.resolve(JournalFiles.FILE).toAbsolutePath(), mark, signs)
          .found(now);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.of(e),
          "the journal in " + directory + " cannot be examined",
          e);
    }
  }

  /// Reports a break from the mark and the notes beside the journal alone, for a caller that knows
  /// only the directory. A break that is not noted yet gets no time of discovery.
  public static Optional<JournalBreak> broken(Path directory) {
    return broken(directory, List.of(), Instant.EPOCH);
  }

  /// Reports whether the directory has a high-water mark, which says how far its journal got.
  public static boolean isMarked(Path directory) {
    return HighWaterFile.of(directory).exists();
  }

  /// Returns the opened journal, for a caller that needs only the interface; empty if none was
  /// opened.
  public static Optional<Journal> journal(JournalOpening opening) {
    return switch (opening) {
      case JournalOpening.Opened(SqliteJournal journal) -> Optional.of(journal);
      case JournalOpening.SetAside(_, SqliteJournal journal) -> Optional.of(journal);
      case JournalOpening.JournalReplaced(_, SqliteJournal journal, _) -> Optional.of(journal);
      case JournalOpening.OtherForm _, JournalOpening.InUse _, JournalOpening.KeyUnfit _ ->
          Optional.empty();
    };
  }
}
