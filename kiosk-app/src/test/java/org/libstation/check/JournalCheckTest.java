package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.StationClock;
import org.libstation.journal.StaffToDo;
import org.libstation.journal.sqlite.JournalFiles;
import org.libstation.journal.sqlite.JournalSalvage;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.JournalStore.JournalOpening;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.journal.sqlite.SqliteJournal;

final class JournalCheckTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long BALLAST = 64 * 1024;

  private static final StationClock CLOCK =
      new ManualStationClock(
          OffsetDateTime.parse("2026-11-24T10:00:00+08:00"), Duration.ofMinutes(1));

  @TempDir Path dir;

  @Test
  void the_doctor_says_which_journals_it_does_not_look_at_and_what_a_salvage_could_not_read()
      throws Exception {
    Path directory = Files.createDirectory(dir.resolve("journal"));
    Files.writeString(directory.resolve(JournalFiles.FILE), "no journal at all");
    JournalStore store =
        new JournalStore(
            CLOCK, dir.resolve("keys/machine.key"), RecoveryKeys.key(), BALLAST, RANDOM, List.of());

    JournalOpening.SetAside aside = (JournalOpening.SetAside) store.open(directory);
    try (SqliteJournal journal = aside.journal()) {
      assertThat(codes(directory)).containsExactly("G91");

      JournalSalvage.run(aside.file(), journal, Optional.empty());
      assertThat(codes(directory)).containsExactly("G33", "G92");

      StaffToDo line = StaffToDo.of(journal.open()).getFirst();
      journal.mark(line.entry().number(), line.closing("Chan Tai-man", "shelves looked at"));
      assertThat(codes(directory)).isEmpty();
    }
  }

  @Test
  void the_doctors_good_word_says_after_which_entry_nothing_can_be_told() throws Exception {
    Path directory = dir.resolve("journal");
    new JournalStore(
            CLOCK, dir.resolve("keys/machine.key"), RecoveryKeys.key(), BALLAST, RANDOM, List.of())
        .open(directory);
    assertThat(
            new JournalCheck(
                    directory, List.of(), InstantSource.fixed(CLOCK.now().wall().toInstant()))
                .run())
        .isEqualTo(new Verdict.Good(CheckPhrase.of("told.journal.empty", 0, 0, 0, 0, 0, 0, 0)));
  }

  private static List<String> codes(Path directory) throws Exception {
    Verdict verdict =
        new JournalCheck(directory, List.of(), InstantSource.fixed(CLOCK.now().wall().toInstant()))
            .run();
    return verdict instanceof Verdict.WithFindings(_, var findings)
        ? findings.stream().map(Finding::code).toList()
        : List.of();
  }
}
