package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.SecureRandom;
import org.libstation.circulation.StationClock;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;

/// A machine in a directory: its journal, its key, its recovery key.
final class Station {
  private static final SecureRandom RANDOM = new SecureRandom();

  static final long BALLAST = 64 * 1024;

  final Path directory;
  final Path machineKey;
  private final StationClock clock;

  Station(Path root, StationClock clock) {
    this.directory = root.resolve("journal");
    this.machineKey = root.resolve("keys/machine.key");
    this.clock = clock;
  }

  static LibraryKey recoveryKey() {
    return RecoveryKeys.key();
  }

  static Path recoveryPublicPem() {
    return RecoveryKeys.publicPem();
  }

  static PrivateKey recoveryPrivateKey() {
    return LibraryKey.readPrivate(RecoveryKeys.privatePem());
  }

  Path file() {
    return directory.resolve(JournalFiles.FILE);
  }

  JournalStore store() {
    return store(ConnectionSource::plain);
  }

  JournalStore store(ConnectionSource connections) {
    return new JournalStore(
        clock, machineKey, RecoveryKeys.key(), BALLAST, RANDOM, java.util.List.of(), connections);
  }

  SqliteJournal open() {
    return open(ConnectionSource::plain);
  }

  SqliteJournal open(ConnectionSource connections) {
    JournalOpening opening = store(connections).open(directory);
    assertThat(opening).isInstanceOf(JournalOpening.Opened.class);
    return ((JournalOpening.Opened) opening).journal();
  }

  /// The journal's files as they are on the disk now, in another directory with the same key: what
  /// a machine finds after a power cut.
  Station copy(Path root) {
    Station copy = new Station(root, clock);
    try {
      Files.createDirectories(copy.directory);
      for (String suffix : new String[] {"", "-wal"}) {
        Path from = SetAsideFiles.sibling(file(), suffix);
        if (Files.exists(from)) {
          Files.copy(from, SetAsideFiles.sibling(copy.file(), suffix));
        }
      }
      if (Files.exists(machineKey)) {
        Files.createDirectories(copy.machineKey.getParent());
        Files.copy(machineKey, copy.machineKey, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }
}
