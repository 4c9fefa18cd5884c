package org.libstation.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.ManualStationClock;
import org.libstation.journal.DiskState;
import org.libstation.journal.Entries;
import org.libstation.journal.JournalException;
import org.libstation.journal.Mark;

/// A real file system of two megabytes, filled to the last byte.
@Tag("full")
final class FullDiskTest {
  private final ManualStationClock clock = new ManualStationClock();

  @TempDir Path root;

  @Test
  void on_a_disk_filled_to_the_brim_returns_and_closings_still_fit() throws Exception {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", root.toString()),
        "skipped, because a small file system cannot be mounted here (needs root)");
    try (SqliteJournal journal = new Station(root, clock).open()) {
      long loan = journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
      fillDisk();
      lendUntilFull(journal);
      assertThat(journal.diskState()).isEqualTo(DiskState.BALLAST_USED);

      long back = journal.append(Entries.returned(Entries.ITEM, clock.now()));
      journal.mark(loan, new Mark.EntryClosed(Mark.EntryClosed.ClosingReason.SETTLED, "station"));

      assertThat(journal.find(back)).isPresent();
      assertThat(journal.card(loan)).isEmpty();
      assertThat(journal.diskState()).isEqualTo(DiskState.BALLAST_USED);

      Files.delete(root.resolve("filler"));
      assertThat(journal.restoreBallast()).isEqualTo(DiskState.ROOMY);
      journal.append(Entries.loanGiven(Entries.ITEM, Entries.CARD));
    } finally {
      assertThat(run("umount", root.toString())).isTrue();
    }
  }

  private static void lendUntilFull(SqliteJournal journal) {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                journal.append(Entries.loanGiven(new ItemId("4000" + i), Entries.CARD));
              }
            })
        .isInstanceOfSatisfying(
            JournalException.class,
            e -> assertThat(e.kind()).isEqualTo(JournalException.FaultKind.DISK_FULL));
  }

  private void fillDisk() {
    byte[] block = new byte[4096];
    assertThatThrownBy(
            () -> {
              try (OutputStream out = Files.newOutputStream(root.resolve("filler"))) {
                for (int i = 0; i < 1024; i++) {
                  out.write(block);
                }
              }
            })
        .hasMessageContaining("No space left");
  }

  private static boolean run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return process.waitFor(180, TimeUnit.SECONDS) && process.exitValue() == 0;
  }
}
