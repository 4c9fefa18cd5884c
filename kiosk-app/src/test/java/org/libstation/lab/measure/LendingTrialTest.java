package org.libstation.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.circulation.CirculationEvent;
import org.libstation.journal.Mark;
import org.libstation.journal.sqlite.JournalReader;
import org.libstation.journal.sqlite.JournalStore;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.language.Texts;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// What is timed are whole loans: each is in the journal's file, given and released.
class LendingTrialTest {
  private static final Path CONFIG = Path.of("..", "config");

  @TempDir Path dir;

  @Test
  void each_timed_loan_is_on_the_disk_as_given_and_released() throws Exception {
    PolicyReading policy = PolicyReader.read(CONFIG.resolve("policy/hkpl-example.yaml"));
    Texts texts = Texts.load(CONFIG.resolve("texts"), Optional.empty());
    Files.copy(RecoveryKeys.publicPem(), dir.resolve("recovery-public.pem"));
    LendingTrial.LendingTrialResult result;
    try (LendingTrial trial =
        new LendingTrial(dir, ((PolicyReading.PolicyRead) policy).bundle(), texts)) {
      result = trial.run(1, 6);
    }
    assertThat(result.loans().count()).isEqualTo(6);
    assertThat(result.inserts().count()).isEqualTo(6);
    assertThat(result.appends().count()).isEqualTo(6);
    try (JournalReader journal = JournalStore.read(dir.resolve("journal"))) {
      assertThat(journal.open())
          .hasSize(7)
          .allMatch(entry -> entry.what() instanceof CirculationEvent.LoanGiven)
          .allMatch(entry -> entry.has(Mark.Released.class));
    }
  }
}
