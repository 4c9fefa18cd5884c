package org.libstation.lab.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.StationClock;
import org.libstation.journal.Journal;
import org.libstation.journal.sqlite.Ballast;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.LibraryKey;
import org.libstation.lab.scenario.LentKey;

/// Makes new journals for measuring.
final class TrialJournal {
  private TrialJournal() {}

  /// @param directory on the measured disk, without a journal; its `recovery-public.pem` is used,
  ///   else a pair is made
  static Journal in(Path directory, StationClock clock) {
    SecureRandom random = new SecureRandom();
    Path there = directory.resolve("recovery-public.pem");
    LibraryKey recovery =
        LentKey.publicPem()
            .or(() -> Optional.of(there).filter(Files::exists))
            .map(LibraryKey::read)
            .orElseGet(
                () ->
                    LibraryKey.createPair(
                        there, directory.resolve("recovery-private.pem"), random));
    return JournalStore.journal(
            new JournalStore(
                    clock,
                    directory.resolve("machine.key"),
                    recovery,
                    Ballast.DEFAULT_BYTES,
                    random,
                    List.of())
                .open(directory.resolve("journal")))
        .orElseThrow(() -> new IllegalStateException("a new journal could not be opened"));
  }
}
