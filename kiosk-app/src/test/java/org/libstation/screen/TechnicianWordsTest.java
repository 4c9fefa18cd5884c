package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.device.DeviceHealth;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceCondition;
import org.libstation.flow.state.StationFacts.DeviceLine;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.language.MachineMessage;
import org.libstation.language.TestTexts;
import org.libstation.language.Words;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.technician.TechnicianViewModel;
import org.libstation.station.DeviceBridge;

/// What the technician reads of a device that is in another one's port, or talks nonsense.
class TechnicianWordsTest {
  private static final String REASON = "the printer answers on the pad's port (serial:/dev/pad)";

  private static TechnicianViewModel shown(Words words, Language language, String code) {
    return shown(
        words,
        language,
        DeviceLine.plain(DeviceRole.PAD, "pad", DeviceCondition.CONNECTING, code, REASON));
  }

  private static TechnicianViewModel shown(Words words, Language language, DeviceLine line) {
    StationFacts station =
        StationFacts.beginning(
                new StationFacts.SiteFacts(
                    StationFacts.StationBanner.NONE, StationFacts.StationRole.LEND_AND_RETURN),
                SlipOffer.KEY)
            .withLink(StationFacts.LinkState.ONLINE)
            .withDevices(List.of(line));
    TechnicianViewModel model =
        new TechnicianViewModel(
            new Voice(
                words,
                "library",
                "station",
                SiteWords.NONE,
                Duration.ofMinutes(1),
                new BuiltInBrand()),
            Look.technician(language));
    model.show(States.of(station, Screen.Technician.opened(Duration.ZERO)));
    return model;
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void all_that_drivers_say_of_devices_has_words(Language language) throws IOException {
    Words words = TestTexts.OURS.in(language);
    Set<String> names = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(Path.of("../device-drivers/src/main/java"))) {
      for (Path source : sources.filter(it -> it.toString().endsWith(".java")).toList()) {
        NAMES.matcher(Files.readString(source)).results().forEach(it -> names.add(it.group(1)));
      }
    }
    assertThat(names)
        .contains("READER", "PRINTER_BLIND")
        .allMatch(name -> words.has("device.says." + name));
  }

  private static final Pattern NAMES = Pattern.compile("SelfNote\\.of\\(\\s*\"([A-Z_]+)\"");

  @ParameterizedTest
  @EnumSource(Language.class)
  void code_cause_and_fix_stand_in_the_language_of_the_screen(Language language) {
    Words words = TestTexts.OURS.in(language);
    for (String code : List.of("D12", "D13", "D60")) {
      TechnicianViewModel model = shown(words, language, code);
      List<String> all =
          List.of(code, words.say("code." + code + ".what"), words.say("code." + code + ".do"));
      String reason = MachineMessage.in(words, REASON);
      assertThat(reason).contains("serial:/dev/pad", words.say("check.printer"));
      assertThat(model.tiles.get().getFirst().line()).contains(all).contains(reason);
      assertThat(model.first.get().line().orElseThrow())
          .contains(all.subList(1, 3))
          .contains(reason);
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void a_drivers_own_code_is_not_taken_for_a_patrons(Language language) {
    Words words = TestTexts.OURS.in(language);
    TechnicianViewModel model = shown(words, language, "DR10");
    assertThat(model.tiles.get().getFirst().line())
        .isEqualTo("DR10 · " + MachineMessage.in(words, REASON));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void what_has_a_finding_is_told_in_the_language_of_the_screen(Language language) {
    Words words = TestTexts.OURS.in(language);
    DeviceLine cover =
        DeviceBridge.line(
            DeviceRole.PRINTER,
            "printer",
            new DeviceHealth.NeedsHand(Instant.EPOCH, "DP16", "the cover is open"));
    TechnicianViewModel model = shown(words, language, cover);
    assertThat(model.tiles.get().getFirst().line())
        .contains("DP16", words.say("finding.E53.what"))
        .doesNotContain("the cover is open");
    assertThat(model.first.get().line().orElseThrow())
        .contains(words.say("finding.E53.what"), words.say("finding.E53.do"));
  }
}
