package org.libstation.service.setup;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.libstation.check.ShownSetting;
import org.libstation.flow.state.SettingName;
import org.libstation.language.Words;
import org.libstation.site.SettingKey;
import org.libstation.site.Site;
import org.libstation.site.SiteSetting;
import org.libstation.site.StationSettings;
import org.libstation.site.StationYaml;
import org.libstation.site.StrictYaml;
import org.libstation.site.edit.YamlTree;

/// Lists every setting in effect: its key, its value and its source. Secrets are shown as bullets.
public final class SettingsList {
  static final String COMMAND_LINE = "command line";
  public static final String MASK = "••••";

  private SettingsList() {}

  /// @param source file and line, `command line`, or empty if the program's default applies
  /// @param line line of the file; 0 if the file does not have the key
  /// @param effect the example site's comment on the key; empty if it has none
  public record SettingLine(String key, String value, String source, int line, String effect) {
    public boolean isSet() {
      return !source.isEmpty();
    }
  }

  /// @throws org.libstation.site.SiteProblem if the file cannot be read
  public static List<SettingLine> of(Site site) {
    return of(site, SettingsList::isSecret);
  }

  /// @param secret whether the value of a full key is shown as bullets
  static List<SettingLine> of(Site site, Predicate<String> secret) {
    Map<String, String> values = new TreeMap<>();
    walk(StationYaml.ROOT, site.settings(), values);
    YamlTree file = YamlTree.ofAny(StrictYaml.YamlText.of(StationYaml.in(site.directory())).yaml());
    YamlTree example = example();
    List<String> remarks = example.text().lines().toList();
    List<SettingLine> lines = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          YamlTree.YamlKeyPosition found = file.place(key);
          int line = found.whole() ? found.line() : 0;
          String source =
              site.overrides().containsKey(key)
                  ? COMMAND_LINE
                  : line > 0 ? StationYaml.NAME + ", line " + line : "";
          String shown = secret.test(key) && !value.isEmpty() ? MASK : value;
          String effect = effect(remarks, example.place(key));
          lines.add(new SettingLine(key, shown, source, line, effect));
        });
    return lines;
  }

  /// Lists the settings for a report. The effect of a key is described as the form does, or as the
  /// example site does if no form has the key.
  public static List<ShownSetting> told(Site site, Words words) {
    return of(site).stream()
        .map(
            line -> {
              String setting =
                  at(line.key())
                      .map(SettingKey::wholeKey)
                      .orElseGet(() -> StationYaml.below(line.key()));
              String key = SettingName.of(setting).effect();
              return new ShownSetting(
                  line.key(),
                  line.value(),
                  line.source(),
                  words.has(key) ? words.say(key, bounds(line.key()).toArray()) : line.effect());
            })
        .toList();
  }

  /// Whether a value must not appear in reports.
  public static boolean isSecret(String key) {
    return hidden(key) != SiteSetting.Hidden.NEVER;
  }

  /// Whether a value is hidden even in forms. Names are not, because a person who may change staff
  /// members must see them.
  static boolean isHidden(String key) {
    return hidden(key) == SiteSetting.Hidden.ALWAYS;
  }

  private static SiteSetting.Hidden hidden(String key) {
    return at(key).map(SettingKey::hidden).orElse(SiteSetting.Hidden.NEVER);
  }

  private static List<String> bounds(String key) {
    return at(key).map(SettingKey::bounds).orElse(List.of());
  }

  /// @param key its full name; a list entry has its number, or is a new one
  private static Optional<SettingKey> at(String key) {
    return SettingKey.at(StationSettings.class, List.of(StationYaml.below(key).split("\\.", -1)));
  }

  /// Adds all settings of a value, with their full keys, to a map.
  ///
  /// @param key the full key of the value
  /// @param values takes each key with its value as text
  public static void walk(String key, Object value, Map<String, String> values) {
    switch (value) {
      case Record section -> {
        for (RecordComponent part : section.getClass().getRecordComponents()) {
          walk(
              key + "." + SettingKey.dashed(part.getName()),
              SettingKey.value(section, part),
              values);
        }
      }
      case Map<?, ?> map ->
          map.forEach(
              (name, part) -> {
                Object word = name instanceof Enum<?> one ? SettingKey.word(one) : name;
                walk(key + "." + word, part, values);
              });
      case Collection<?> list -> {
        int at = 0;
        for (Object part : list) {
          walk(key + "." + at, part, values);
          at++;
        }
      }
      case Enum<?> word -> values.put(key, SettingKey.word(word));
      default -> values.put(key, String.valueOf(value));
    }
  }

  private static YamlTree example() {
    Path shipped = StationYaml.in(Path.of(System.getProperty("libstation.home", "."), "config"));
    try {
      return YamlTree.ofAny(Files.isReadable(shipped) ? Files.readString(shipped) : "");
    } catch (IOException _) {
      return YamlTree.ofAny("");
    }
  }

  /// The comment above the key in the example site.
  private static String effect(List<String> example, YamlTree.YamlKeyPosition found) {
    List<String> words = new ArrayList<>();
    for (int line = found.line() - 2; found.whole() && line >= 0; line--) {
      String above = example.get(line).strip();
      if (!above.startsWith("#")) {
        break;
      }
      words.addFirst(above.substring(1).strip());
    }
    return String.join(" ", words);
  }
}
