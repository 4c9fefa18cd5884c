package org.libstation.lab.measure;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal;
import org.libstation.journal.sqlite.Ballast;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.LibraryKey;

/// New journals to measure with.
final class TrialJournal {
  private TrialJournal() {}

  /// @param directory on the measured disk; must not have one yet
  static Journal in(Path directory, StationClock clock) {
    SecureRandom random = new SecureRandom();
    LibraryKey recovery =
        LibraryKey.createPair(
            directory.resolve("recovery-public.pem"),
            directory.resolve("recovery-private.pem"),
            random);
    return JournalStore.journal(
            new JournalStore(
                    clock,
                    directory.resolve("machine.key"),
                    recovery,
                    Ballast.DEFAULT_BYTES,
                    random)
                .open(directory.resolve("journal")))
        .orElseThrow(() -> new IllegalStateException("a new journal could not be opened"));
  }
}
