package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.check.CheckRun.CheckOutcome;
import org.libstation.device.SelfNote;
import org.libstation.flow.state.Language;
import org.libstation.language.Words;
import org.libstation.site.SiteFiles;

/// What a library sends: what everything a check can say comes to in it.
class DeviceReportTest {
  private static final List<String> FORBIDDEN =
      List.of(
          "E004015012345678",
          "31234000012342",
          "21234000056788",
          "/dev/serial/by-id/usb-FTDI_A50285BI",
          "A50285BI",
          "pad.library.example.org",
          "192.0.2.7",
          "Chan Tai-man",
          "secret",
          "Kwun Tong Library");

  private static DeviceReport.ReportedDevice device(
      String id, String scheme, Map<String, String> line, Map<String, String> options) {
    return new DeviceReport.ReportedDevice(
        id, "feig", scheme, line, options, Set.of("afi.onloan", "eas"));
  }

  private static String report(Language language, Verdict verdict) {
    Words words = SiteFiles.texts(Path.of("../config")).in(language);
    Report report =
        new Report(
            "Kwun Tong Library",
            "1.0",
            OffsetDateTime.parse("2026-11-29T10:00:00Z"),
            false,
            Duration.ofSeconds(1),
            List.of(
                new CheckOutcome("pad", verdict, Duration.ZERO),
                new CheckOutcome(
                    "configuration",
                    new Verdict.Good(CheckPhrase.of("told.plain", "secret")),
                    Duration.ZERO)),
            List.of(new ShownSetting("station.central.host", "secret", "", "")));
    List<DeviceReport.ReportedDevice> devices =
        List.of(
            device(
                "pad",
                "serial",
                Map.of("baud", "115200", "frame", "8E1", "note", "secret"),
                Map.of("afi.onloan", "DA", "patron.id", "^2123400.*", "eas", "nxp")));
    return String.join("\n", DeviceReport.of(report, devices, words));
  }

  @ParameterizedTest
  @EnumSource
  void models_lines_firmware_and_findings_are_told(Language language) {
    Finding finding =
        Finding.attention("G81", CheckPhrase.of("seen.both", 3, 40, "E004015012345678: 2"));
    String told =
        report(
            language,
            Verdict.of(
                CheckPhrase.of("told.device.answers", "FEIG 50h, 03.00", 37, 40, 12),
                List.of(finding)));
    assertThat(told)
        .contains("feig", "serial 115200 8E1", "afi.onloan=DA", "eas=nxp", "patron.id=…")
        .contains("FEIG 50h, 03.00")
        .contains("G81", "3", "40")
        .doesNotContain(FORBIDDEN)
        .doesNotContain("2123400");
  }

  /// The longest that a driver of the program says: a card reader's sheet.
  @ParameterizedTest
  @EnumSource
  void what_the_report_itself_says_of_the_answers_is_whole(Language language) {
    String said = "Innovations ID-2, ID-12, ID-20; RDM6300 and its kin (without CR LF)";
    assertThat(
            report(
                language,
                new Verdict.Good(CheckPhrase.of("told.device.answers", said, 37, 40, 1234))))
        .contains("37", "40", "1234");
  }

  @ParameterizedTest
  @EnumSource
  void long_words_of_a_device_end_with_a_whole_word(Language language) {
    String said = "slower ".repeat(40).strip();
    assertThat(
            report(
                language, new Verdict.Good(CheckPhrase.of("told.device.answers", said, 1, 1, 1))))
        .contains("slower …")
        .doesNotContainPattern("\\bs(lo?w?e?)?…");
  }

  @ParameterizedTest
  @EnumSource
  void whatever_a_check_says_no_person_item_place_or_key_is_told(Language language) {
    String all = String.join(" ", FORBIDDEN.subList(0, 7));
    List<Verdict> verdicts =
        List.of(
            new Verdict.Good(CheckPhrase.of("told.plain", all)),
            new Verdict.Good(
                CheckPhrase.of(
                    List.of(
                        SelfNote.of("READER", "%s reader type %s, software %s", "FEIG", "50h", "3"),
                        SelfNote.of("GHOSTS", "ghost tags: %s, last %s", 2, FORBIDDEN.get(0))))),
            new Verdict.Good(CheckPhrase.of("told.device.answers", idOf(FORBIDDEN), 1, 1, 1)),
            new Verdict.Unproven(CheckPhrase.of("told.plain", all)),
            new Verdict.NotApplicable(CheckPhrase.of("told.plain", all)),
            new Verdict.Broken(all),
            new Verdict.Overdue(Duration.ofSeconds(8)),
            new Verdict.Cancelled(),
            Verdict.of(
                CheckPhrase.of("told.device.says", "DR10", "no reader at tcp:" + FORBIDDEN.get(5)),
                List.of(Finding.fault("G81", CheckPhrase.of("told.plain", all)))));
    for (Verdict verdict : verdicts) {
      assertThat(report(language, verdict)).doesNotContain(FORBIDDEN);
    }
    assertThat(report(language, verdicts.get(1))).contains("FEIG").contains("50h");
    assertThat(report(language, verdicts.getLast())).contains("DR10").contains("G81");
  }

  /// What a device may call itself: its own number and its place on a network.
  private static String idOf(List<String> forbidden) {
    return "X 3 "
        + forbidden.get(0)
        + " "
        + forbidden.get(3)
        + " 192.0.2.7:10001 "
        + forbidden.get(1);
  }
}
