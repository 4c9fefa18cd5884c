package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.device.SelfNote;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;

/// A device that is well, as the running station says beside it.
class RunningDeviceCheckTest {
  private static final Instant SINCE = Instant.parse("2026-11-29T09:00:00Z");

  @TempDir private Path data = Path.of("");

  private String told(HealthFile.DeviceState state, Language language) throws IOException {
    HealthFile.write(
        data,
        new HealthFile.Health(
            SINCE, HealthFile.LinkHealth.ONLINE, "GOOD", Map.of("pad", state), Map.of()));
    Optional<HealthFile.DeviceState> read =
        HealthFile.read(data).map(health -> health.devices().get("pad"));
    assertThat(read).contains(state);
    return ReportText.told(new RunningDeviceCheck("pad", read).run(), TestTexts.OURS.in(language));
  }

  @Test
  void what_it_says_of_itself_is_said_in_the_language_of_who_reads() throws IOException {
    List<SelfNote> says =
        List.of(
            SelfNote.of("GHOSTS", "ghost tags %s times, last %s", 3, "E004"),
            SelfNote.of("FROM_ELSEWHERE", "wheels: %s", 7),
            SelfNote.plain("Okapi").getFirst());
    HealthFile.DeviceState well =
        new HealthFile.DeviceState(
            HealthFile.HealthCondition.READY, "", SelfNote.inEnglish(says), says, SINCE);
    assertThat(told(well, Language.ZH_HANT_HK)).isEqualTo("虛假標籤 3 次，最後 E004 · wheels: 7 · Okapi");
    assertThat(told(well, Language.EN))
        .isEqualTo("ghost tags 3 times, last E004 · wheels: 7 · Okapi");
  }

  /// Neither is mended by another speed or plug.
  @ParameterizedTest
  @CsvSource({"D60, E23, sends by itself", "D14, E24, group"})
  void a_device_that_floods_or_may_not_be_opened_is_told_what_mends_that(
      String code, String finding, String remedy) {
    HealthFile.DeviceState state =
        new HealthFile.DeviceState(
            HealthFile.HealthCondition.CONNECTING, code, "as its driver says it", List.of(), SINCE);
    Verdict verdict = new RunningDeviceCheck("scanner", Optional.of(state)).run();
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.WithFindings.class,
            found ->
                assertThat(found.findings()).extracting(Finding::code).containsExactly(finding));
    assertThat(TestTexts.OURS.in(Language.EN).say("finding." + finding + ".do")).contains(remedy);
  }

  /// A line that opens proves nothing.
  @Test
  void a_scanner_that_has_read_nothing_yet_is_not_proven() throws IOException {
    HealthFile.DeviceState open =
        new HealthFile.DeviceState(HealthFile.HealthCondition.READY, "", "", List.of(), SINCE);
    assertThat(new RunningDeviceCheck("scanner", Optional.of(open)).run())
        .isInstanceOf(Verdict.Unproven.class);
    assertThat(told(open, Language.EN)).contains("read nothing yet");
  }

  @Test
  void what_a_device_says_in_its_own_words_alone_stays_as_it_is() throws IOException {
    HealthFile.DeviceState well =
        new HealthFile.DeviceState(
            HealthFile.HealthCondition.READY, "", "FEIG reader", List.of(), SINCE);
    assertThat(told(well, Language.ZH_HANS)).isEqualTo("FEIG reader");
  }
}
