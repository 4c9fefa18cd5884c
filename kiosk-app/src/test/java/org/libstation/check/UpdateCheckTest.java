package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the updater keeps for itself, told to a technician.
class UpdateCheckTest {
  @TempDir private Path dir = Path.of("");

  private Verdict verdict(String... lines) throws IOException, InterruptedException {
    Path state = Files.writeString(dir.resolve("state"), String.join("\n", lines));
    return UpdateCheck.of(true, state, Duration.ofSeconds(20)).run();
  }

  private static void assertFound(Verdict verdict, String code) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.WithFindings.class,
            found -> assertThat(found.findings()).extracting(Finding::code).containsExactly(code));
  }

  @Test
  void a_checkout_has_none_and_a_machine_that_never_looked_is_quiet() throws Exception {
    assertThat(UpdateCheck.of(false, dir.resolve("none"), Duration.ofSeconds(20)).run())
        .isInstanceOf(Verdict.NotApplicable.class);
    assertThat(UpdateCheck.of(true, dir.resolve("none"), Duration.ofSeconds(20)).run())
        .isEqualTo(new Verdict.Good(CheckPhrase.of("told.update.quiet")));
  }

  @Test
  void one_that_cannot_go_on_is_found_and_so_is_one_that_was_not_kept() throws Exception {
    assertFound(
        verdict("phase: none", "told: U11 x.release is not signed by a key of this site"), "G73");
    assertFound(
        verdict(
            "phase: none", "told: ", "last: U32 version 1.1 met faults: back to 1.0", "version: "),
        "G74");
  }

  @Test
  void one_on_trial_one_that_waits_and_one_that_a_person_took_back_are_no_fault() throws Exception {
    assertThat(verdict("phase: switched", "version: 1.1", "told: ", "last: "))
        .isEqualTo(new Verdict.Good(CheckPhrase.of("told.update.trial", "1.1")));
    assertThat(verdict("phase: proven", "version: 1.1", "told: U01 version 1.1 is proven"))
        .isEqualTo(new Verdict.Good(CheckPhrase.of("told.update.waits", "1.1")));
    assertThat(verdict("phase: none", "last: U37 a person went back from version 1.1"))
        .isInstanceOf(Verdict.Good.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fetched", "laid", "proven", "back"})
  void one_that_is_under_way_is_told(String phase) throws Exception {
    assertThat(verdict("phase: " + phase, "version: 1.1", "told: ", "last: "))
        .isEqualTo(new Verdict.Good(CheckPhrase.of("told.update.goes", "1.1")));
  }

  @Test
  void what_is_no_text_of_the_updater_is_quiet() throws Exception {
    assertThat(verdict("\0\0\0\0")).isInstanceOf(Verdict.Good.class);
  }
}
