package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.device.exam.DeviceFault;
import org.libstation.device.exam.Found;
import org.libstation.flow.state.Language;
import org.libstation.language.TestTexts;
import org.libstation.language.Words;

/// What shows a finding is told with it, and not by a word that leads to another line.
class SeenTest {

  @ParameterizedTest
  @EnumSource
  void a_clock_that_is_not_kept_is_told_with_who_says_so(Language language) throws Exception {
    Words words = TestTexts.OURS.in(language);
    ZoneId zone = ZoneId.of("Asia/Hong_Kong");
    Check clock =
        new MachineChecks(Path.of("/"))
            .clock(zone, zone, () -> Instant.EPOCH, Optional::empty, () -> Optional.of(false));
    List<Finding> findings = ReportJson.findings(clock.run());
    assertThat(findings).extracting(Finding::code).containsExactly("G52");
    assertThat(findings.getFirst().seen().in(words))
        .isEqualTo(words.say("seen.G52"))
        .isNotEqualTo("seen.G52")
        .isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void a_device_fault_without_a_detail_is_told_with_what_the_check_says(Language language) {
    Words words = TestTexts.OURS.in(language);
    CheckPhrase quiet = CheckPhrase.of("told.device.quiet");
    Finding silent = DeviceCheck.finding(Found.of(DeviceFault.SILENT, ""), quiet);
    assertThat(silent.seen().in(words)).isEqualTo(words.say("told.device.quiet"));
  }

  @ParameterizedTest
  @EnumSource
  void no_text_leads_to_another_line(Language language) {
    assertThat(TestTexts.OURS.in(language).has("seen.nothing")).isFalse();
  }

  @Test
  void a_device_report_says_why_a_check_has_no_result() {
    Words words = TestTexts.OURS.in(Language.EN);
    Report report =
        new Report(
            "station",
            "1.0",
            OffsetDateTime.parse("2026-11-29T10:00:00Z"),
            false,
            Duration.ZERO,
            List.of(
                new CheckRun.CheckOutcome(
                    "pad", new Verdict.Overdue(Duration.ofSeconds(8)), Duration.ZERO),
                new CheckRun.CheckOutcome("drop", new Verdict.Cancelled(), Duration.ZERO)),
            List.of());
    List<DeviceReport.ReportedDevice> devices =
        List.of(
            new DeviceReport.ReportedDevice("pad", "feig", "serial", Map.of(), Map.of(), Set.of()),
            new DeviceReport.ReportedDevice(
                "drop", "feig", "serial", Map.of(), Map.of(), Set.of()));
    assertThat(String.join("\n", DeviceReport.of(report, devices, words)))
        .contains("no result within 8 s", "stopped");
  }
}
