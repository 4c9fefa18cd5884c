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

/// Keeps a directory with one journal in it: `journal.db` (and SQLite's `-wal` and `-shm` beside
/// it), `journal.lock`, `ballast`, and a directory `set-aside-N` for each corrupt journal.
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

  /// @param machineKey the file of this machine's key, made when there is none; not in the
  ///   journal's directory
  /// @param recoveryKey the public key of the site with which cards of a dead machine are opened
  /// @param ballastBytes [Ballast#DEFAULT_BYTES] unless the disk is small
  /// @param signs files that only a station leaves that had a journal: beside one of them a missing
  ///   or empty journal is no first start. The machine's key and the journal's own mark always are.
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

  /// How an attempt to open ended.
  public sealed interface JournalOpening {
    record Opened(SqliteJournal journal) implements JournalOpening {}

    /// A corrupt journal was set aside, now or earlier, and nobody has salvaged it yet, or nobody
    /// has closed what could not be read of it ([CirculationEvent.EntriesLost]). Returns go on in a
    /// new journal; lending waits for a technician.
    ///
    /// @param file the corrupt journal, as it was: for [JournalSalvage#run]
    /// @param journal the new one; its numbers are higher than any of the old one
    record SetAside(Path file, SqliteJournal journal) implements JournalOpening {}

    /// No journal, an empty one, another's or an older one lay where a station had run, and nobody
    /// has answered it yet ([JournalBreak]). Returns go on, in a new journal or in the older one;
    /// lending waits.
    ///
    /// @param store what opened it: for [JournalRestore]
    record JournalReplaced(JournalBreak found, SqliteJournal journal, JournalStore store)
        implements JournalOpening {}

    /// Written by a version of this program whose form this one does not read; untouched.
    ///
    /// @param kind NEWER or OLD_FORM
    /// @param why for the technician; it names the file
    record OtherForm(JournalException.FaultKind kind, String why) implements JournalOpening {}

    /// Another process, or another part of this one, has it.
    record InUse(Path file) implements JournalOpening {}

    /// The machine's key is missing, readable by others, kept back by its TPM, or not the one that
    /// sealed the cards in this journal; untouched. With the recovery key they can still be opened.
    ///
    /// @param kind KEY, KEY_MISSING or KEY_BOUND
    record KeyUnfit(Path key, JournalException.FaultKind kind, String why)
        implements JournalOpening {}
  }

  /// Takes every right to a directory from whoever is neither its owner nor of its group, whatever
  /// the umask of the first start was. What is in it is then closed to them too.
  private static void closeToOthers(Path directory) throws IOException {
    Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(directory);
    if (allowed.removeAll(OTHERS)) {
      try {
        Files.setPosixFilePermissions(directory, allowed);
      } catch (FileSystemException e) {
        // It is another's, who may have wanted it so.
        LOG.warn("{} is open to others of this machine: {}", directory, e.getMessage());
      }
    }
  }

  /// Opens the journal, or makes one.
  ///
  /// @throws JournalException DISK or DISK_FULL when the disk does not let us
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
      // Held by this very process: in use all the same.
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

  /// What a person must be told of a journal that is open.
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
    // The next journal is another, and that is known here.
    HighWaterFile.of(DurableFiles.directoryOf(file)).delete();
    Path _ = SetAsideFiles.move(file);
    try {
      return with(file, opener.journal(file, lock));
    } catch (SQLException e) {
      throw SqliteErrors.exception("a new journal could not be made at " + file, e);
    }
  }

  /// Opens a journal to read it beside the process that writes it. Nothing is locked or changed.
  ///
  /// @throws JournalException CORRUPT, NEWER, OLD_FORM or DISK, each with the reason
  public static JournalReader read(Path directory) {
    return JournalReader.open(directory.resolve(JournalFiles.FILE));
  }

  /// The damaged journals that were set aside in this directory: what [#read] does not show.
  ///
  /// @throws JournalException DISK when the directory cannot be listed
  public static List<SetAsideJournal> setAside(Path directory) {
    try {
      return SetAsideFiles.all(directory);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.of(e), directory + " cannot be listed", e);
    }
  }

  /// The same with this machine's keys, so that cards it sealed can be asked about.
  ///
  /// @throws JournalException CORRUPT, NEWER, OLD_FORM, DISK or KEY, each with the reason
  public JournalReader readSealed(Path directory) {
    CardSealer sealer = new CardSealer(MachineKey.read(machineKey), recoveryKey, random);
    return JournalReader.open(directory.resolve(JournalFiles.FILE), Optional.of(sealer));
  }

  /// What is wrong with which journal lies here, as [#open] would find it or has found it; nothing
  /// is changed, also beside a station that runs.
  ///
  /// @param signs as the store's, with the machine's key
  /// @throws JournalException CORRUPT, NEWER, OLD_FORM or DISK, each with the reason
  public static Optional<JournalBreak> broken(Path directory, List<Path> signs, Instant now) {
    try {
      HighWaterFile mark = HighWaterFile.of(directory);
      return new JournalPast(directory.resolve(JournalFiles.FILE).toAbsolutePath(), mark, signs)
          .found(now);
    } catch (IOException e) {
      throw new JournalException(
          JournalException.FaultKind.of(e),
          "the journal in " + directory + " cannot be looked at",
          e);
    }
  }

  /// The same by the mark and the notes beside the journal alone, for who looks at it by its
  /// directory; when it was found is not told.
  public static Optional<JournalBreak> broken(Path directory) {
    return broken(directory, List.of(), Instant.EPOCH);
  }

  /// Whether a mark beside it tells how far it had got.
  public static boolean isMarked(Path directory) {
    return HighWaterFile.of(directory).exists();
  }

  /// For a reader that only wants the port.
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
