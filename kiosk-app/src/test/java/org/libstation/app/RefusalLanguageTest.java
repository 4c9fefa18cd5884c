package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.device.WrongOptionException;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.flow.state.SetupAnswer;
import org.libstation.flow.state.SetupSheet;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.technician.RefusalWords;
import org.libstation.service.setup.SiteSetup;
import org.libstation.site.Reason;
import org.libstation.site.edit.WhyNot;
import org.libstation.testkit.Sample;

/// Why a setting is not taken is said in the language of the screen, whatever the setting.
@Timeout(600)
class RefusalLanguageTest {
  private static final Texts TEXTS = TestTexts.OURS;

  /// What stays as it is in each language: commands, keys, words of the file, addresses.
  private static final Pattern KEPT =
      Pattern.compile(
          "\\./station [a-z-]+( [a-z-]+)*|serial:\\S+|file:\\S+|command:\\S+|ISO 4217"
              + "|CR、LF、TAB、ETX|1B 40");

  private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{2,} +[A-Za-z]{2,}");
  private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

  /// Texts that may be anything; a name of the station, also none.
  private static final Set<String> FREE =
      Set.of(
          "central.institution",
          "name.zh-Hant-HK",
          "name.zh-Hans",
          "name.en",
          "central.location",
          // Any number is a card's; it is kept as a hash.
          "technician.named.0.card");

  @TempDir Path dir;
  private Path site = Path.of("");

  @BeforeEach
  void begin() throws IOException {
    site = StationRig.copyOfExample(dir.resolve("site"));
  }

  private SiteSetup setup() {
    return new SiteSetup(
        site,
        Map.of(),
        InstantSource.fixed(Instant.parse("2026-11-27T00:10:00Z")),
        _ -> {},
        Optional.empty());
  }

  private static String said(SettingRefusal refusal, Language language) {
    return new RefusalWords(
            new Voice(
                TEXTS.in(language),
                "library",
                "station",
                SiteWords.NONE,
                Duration.ofMinutes(1),
                new BuiltInBrand()))
        .say(refusal);
  }

  private static void told(String what, SettingRefusal refusal) {
    // A language is called by its own name, whoever reads.
    String english =
        Stream.of(Language.values())
            .map(Language::ownName)
            .reduce(said(refusal, Language.EN), (said, name) -> said.replace(name, "·"));
    assertThat(CHINESE.matcher(english).find()).as("%s: %s", what, english).isFalse();
    for (Language language : List.of(Language.ZH_HANT_HK, Language.ZH_HANS)) {
      String said = said(refusal, language);
      assertThat(CHINESE.matcher(said).find()).as("%s: %s", what, said).isTrue();
      String rest = KEPT.matcher(said).replaceAll("·");
      assertThat(ENGLISH.matcher(rest).find()).as("%s: %s", what, said).isFalse();
    }
    assertThat(refusal.why().key()).as(what).isNotIn("why.OTHER", "why.OTHER_FILE");
  }

  /// Of a field: what it cannot be.
  private static List<String> bad(SetupSheet.SheetField field) {
    return switch (field.kind()) {
      case CHOICE -> List.of("nonsense");
      case NUMBER -> List.of("many", "-1");
      case SECRET -> List.of("1");
      case TEXT -> List.of("", "(");
    };
  }

  @Tag("full")
  @Test
  void every_setting_of_the_form_refuses_what_it_cannot_be_in_the_language_of_the_screen() {
    SetupSheet sheet =
        setup().read() instanceof SetupAnswer.SetupSheetRead(SetupSheet read)
            ? read
            : new SetupSheet(List.of(), Optional.empty(), false);
    assertThat(sheet.groups()).isNotEmpty();
    List<String> taken = new ArrayList<>();
    for (SetupSheet.Group group : sheet.groups()) {
      List<SetupSheet.SheetField> fields = new ArrayList<>(group.fields());
      group.entries().ifPresent(list -> fields.addAll(list.entry(0)));
      for (SetupSheet.SheetField field : Sample.third(fields)) {
        boolean refused = false;
        for (String value : bad(field)) {
          if (!refused || field.kind() == SetupSheet.FieldKind.NUMBER) {
            Optional<SettingRefusal> refusal =
                setup().attempt(Map.of(field.key(), value)).refused();
            refusal.ifPresent(why -> told(field.key() + " = " + value, why));
            refused |= refusal.isPresent();
          }
        }
        if (!refused) {
          taken.add(field.key());
        }
      }
    }
    assertThat(taken).allMatch(FREE::contains, "can be anything");
  }

  @Test
  void each_reason_there_is_has_a_sentence() {
    Set<String> keys = new TreeSet<>();
    for (Reason.Word word : Reason.Word.values()) {
      keys.add("why." + word);
    }
    for (WhyNot why : WhyNot.values()) {
      keys.add("why.yaml." + why);
    }
    assertThat(TEXTS.keys()).containsAll(keys);
    for (WrongOptionException.OptionRule rule : WrongOptionException.OptionRule.values()) {
      WrongOptionException wrong =
          new WrongOptionException("key", rule, List.of("a", "b"), "expected", "message");
      SettingRefusal refusal =
          Reason.of(wrong).refusal("station.yaml", 7, "station.devices.pad.x", "");
      for (Language language : Language.values()) {
        assertThat(said(refusal, language)).as(rule.name()).contains("7");
      }
    }
  }

  @Test
  @Tag("full")
  void what_else_stops_a_start_is_told_in_the_language_of_the_screen_too() throws IOException {
    Path file = site.resolve("station.yaml");
    String example = Files.readString(file);
    told("two lines", setup().attempt(Map.of("central.host", "a\nb")).refused().orElseThrow());
    Map<String, String> none = Map.of("screen.hand", "left");
    for (String broken :
        List.of(
            example.replace("  role: station", "  rool: station"),
            example.replace("  role: station", "  role: station\n  role: station"),
            example.replace("  role: station", "  role: &a station"),
            example.replace("mode: demo", "mode: live"),
            example.replace("    enabled: false", "    enabled: maybe"),
            example.replace("pattern: \"3\\\\d{13}\"", "pattern: \"(\""))) {
      assertThat(broken).isNotEqualTo(example);
      Files.writeString(file, broken);
      told(
          broken.lines().filter(line -> !example.contains(line)).findFirst().orElse(""),
          setup().attempt(none).refused().orElseThrow());
    }
    Files.writeString(file, example);
    Path policy = site.resolve("policy/hkpl-example.yaml");
    Files.writeString(policy, Files.readString(policy) + "\nnonsense: true\n");
    told("policy", setup().attempt(none).refused().orElseThrow());
  }
}
