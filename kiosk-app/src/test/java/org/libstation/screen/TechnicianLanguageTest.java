package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.ServicePage;
import org.libstation.language.TestTexts;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.picture.BuiltInBrand;
import org.libstation.screen.kit.widget.ModelValue;
import org.libstation.screen.kit.words.SiteWords;
import org.libstation.screen.kit.words.Voice;
import org.libstation.screen.technician.ServiceModel;
import org.libstation.screen.technician.ServiceViewModel;
import org.libstation.screen.technician.SetupViewModel;
import org.libstation.screen.technician.TechnicianViewModel;
import org.libstation.screen.technician.ToDoViewModel;
import org.libstation.screen.technician.TrayViewModel;
import org.libstation.screen.technician.TypingField;

/// A technician's pages in Chinese are Chinese throughout: what has Latin letters there is a name,
/// a value of a setting or a word that is typed as it stands. All pages of a list are walked.
class TechnicianLanguageTest {
  private static final Texts TEXTS = TestTexts.OURS;

  /// What may stand there in Latin letters, and why; the longer before what it begins with.
  private static final Map<String, String> MAY = new LinkedHashMap<>();

  static {
    MAY.put("\\./station(?: --?[a-z-]+| [a-z-]+)*", "a command as it is typed");
    MAY.put("\\bjournal (?:restore|new|resume)\\b", "a command as it is typed");
    MAY.put("\\b(?:empty|full)\\.mm\\b", "keys of station.yaml");
    MAY.put("(?:serial:)?(?:/[\\w.:-]+)+/?(?:\\?[\\w=&]+)?", "paths of devices and files");
    MAY.put("\u2026?[\\w-]*if00-port0|by-id", "the end of such a path, a folder of them");
    MAY.put("\\bdata/support/\\n?", "a path of a file");
    MAY.put("\\b[\\w-]+\\.(?:yaml|md|zip)\\b", "names of files");
    MAY.put("Asia/Hong_Kong", "a time zone by its name in tz");
    MAY.put("（[a-z-]+）", "a value as it stands in the file, behind what it means");
    MAY.put("\\b(?:feig|escpos|embedded|koha-25|sierra)\\b", "names of drivers and dialects");
    MAY.put("FEIG(?: 50h)?|Honeywell Xenon, N86|Waveshare", "makers and models");
    MAY.put("RFID|ESC/POS|Codabar|TLS|SIP2|Modbus|ISBN|ISSN|ISIL|PEM|AIM", "names of standards");
    MAY.put("\\b(?:AO|CP)\\b", "fields of SIP2");
    MAY.put("\\bMB\\b|°C", "units that Chinese writes so too");
    MAY.put("HK-SEL|hkpl-example-2026-1|machine-key", "a library, its rules, a file, by name");
    MAY.put(
        "LS-Test-aZ\\d\\dyQ\\d\\d|LS\u00dfTest\u00dfaY47zQ12", "what is scanned, letter by letter");
    MAY.put("\\b[A-Z]{1,2}\\d[0-9A-F]{1,2}\\b", "codes");
    MAY.put("\\bE0[0-9A-F]{14}\\b|\\b[0-9A-F]{2}\\b", "numbers of tags, bytes");
    MAY.put("\\[A-Z\\]\\{3\\}\\\\d\\{6\\}|\\d?\\\\d\\{13\\}", "a pattern of barcodes");
    MAY.put("\\b\\d[NEO]\\d\\b", "frames of a serial line");
    MAY.put(
        "\\b(?:first|after-rules|item|patron|any|staff|technician|administrator)\\b",
        "values of a setting that are told what they mean");
    MAY.put(
        "afi\\.onloan|\\beas\\b|screen\\.inches|payment\\.address|docs/technician/devices\\.md",
        "keys of settings, their page");
    MAY.put("SIP\\.EXAMPLE", "a host");
    MAY.put("\\btcp:192\\.0\\.2\\.7:9100\\b", "an address, as it is typed");
    MAY.put("HK\\$", "the currency, as it is written there");
    MAY.put(Pattern.quote(States.TITLES.getLast()), "the title of a book");
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "EN", mode = EnumSource.Mode.EXCLUDE)
  void chinese_pages_are_chinese_throughout(Language language) throws Exception {
    Pattern may = Pattern.compile(String.join("|", MAY.keySet()));
    List<String> english = new ArrayList<>();
    for (Map.Entry<String, List<String>> page : said(language).entrySet()) {
      for (String text : page.getValue()) {
        if (may.matcher(text).replaceAll("").matches("(?s).*[A-Za-z]{2}.*")) {
          english.add(page.getKey() + ": " + text);
        }
      }
    }
    assertThat(english).isEmpty();
  }

  private static Map<String, List<String>> said(Language language) throws Exception {
    Voice voice =
        new Voice(
            TEXTS.in(language), "", "", SiteWords.NONE, Duration.ofMinutes(1), new BuiltInBrand());
    Map<String, List<String>> said = new TreeMap<>();
    for (Map.Entry<String, FlowState> each : States.all().entrySet()) {
      Optional<ServiceModel> page =
          page(each.getValue().screen(), voice, Look.technician(language));
      if (page.isPresent()) {
        page.get().show(each.getValue());
        said.put(each.getKey(), texts(page.get()));
      }
    }
    assertThat(said.keySet())
        .contains("technician", "to-do-chosen", "tray", "health", "setup-list");
    return said;
  }

  private static Optional<ServiceModel> page(Screen screen, Voice voice, Look look) {
    return Optional.ofNullable(
        screen instanceof Screen.Technician
            ? new TechnicianViewModel(voice, look)
            : screen instanceof Screen.ToDo
                ? new ToDoViewModel(voice, look)
                : screen instanceof Screen.Tray
                    ? new TrayViewModel(voice, look)
                    : screen instanceof Screen.Service(ServicePage.Setup _, var _)
                        ? new SetupViewModel(voice, look)
                        : screen instanceof Screen.Service
                            ? new ServiceViewModel(voice, look)
                            : null);
  }

  /// All words that its values hold.
  private static List<String> texts(ServiceModel model) throws Exception {
    List<String> all = new ArrayList<>();
    for (Class<?> type = model.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && field.getType() == ModelValue.class) {
          field.setAccessible(true);
          collect(((ModelValue<?>) field.get(model)).get(), all);
        }
      }
    }
    return all;
  }

  private static void collect(Object value, List<String> into) throws Exception {
    switch (value) {
      // What a file says or a key types is not the page's own.
      case Key _ -> {}
      case TypingField _ -> {}
      case SetupViewModel.SetupRow row when row.plain() -> into.add(row.state());
      case String text -> into.add(text);
      case Optional<?> one -> collect(one.stream().toList(), into);
      case Map<?, ?> map -> collect(List.copyOf(map.values()), into);
      case List<?> all -> {
        for (Object one : all) {
          collect(one, into);
        }
      }
      case Record whole -> {
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
          Method read = part.getAccessor();
          read.setAccessible(true);
          collect(Stream.ofNullable(read.invoke(whole)).toList(), into);
        }
      }
      default -> {}
    }
  }
}
