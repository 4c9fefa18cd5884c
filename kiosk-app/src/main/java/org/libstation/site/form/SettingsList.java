package org.libstation.site.form;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.libstation.check.Setting;
import org.libstation.site.StationSettings;
import org.libstation.site.StrictYaml;
import org.libstation.site.YamlLines;
import org.libstation.site.edit.YamlKeys;
import org.libstation.text.Words;

/// Every setting a station goes by: its key, its value, and where that comes from. What is secret
/// is shown as bullets, whatever it is.
public final class SettingsList {
  static final String COMMAND_LINE = "command line";
  public static final String MASK = "••••";

  /// Keys whose values are nobody's business.
  private static final Pattern SECRET =
      Pattern.compile(
          "station\\.(central\\.(password|user)"
              + "|technician\\.pin|technician\\.named\\.([0-9]+|new)\\.(pin|name|card)"
              + "|help\\..*phone.*|policy-feed\\.hash-key|return-proof\\.key"
              + "|central\\.tls\\.(key|pinned))");

  private static final Pattern NAMES =
      Pattern.compile("station\\.technician\\.named\\.[0-9]+\\.name");

  private SettingsList() {}

  /// @param source file and line, `command line`, or empty where the program's own value holds
  /// @param line of the file; 0 = it does not have the key
  /// @param effect what the example site says of the key; empty when nothing
  public record Line(String key, String value, String source, int line, String effect) {
    public boolean isSet() {
      return !source.isEmpty();
    }
  }

  /// @throws org.libstation.site.SiteProblem when the file cannot be read
  public static List<Line> of(
      Path config, StationSettings settings, Map<String, String> overrides) {
    Map<String, String> values = new TreeMap<>();
    walk("station", settings, values);
    Path file = config.resolve("station.yaml");
    String yaml = StrictYaml.Text.of(file).yaml();
    YamlLines site = YamlLines.of(yaml);
    Map<String, Integer> places = YamlKeys.lines(yaml);
    YamlLines example = example();
    List<Line> lines = new ArrayList<>();
    values.forEach(
        (key, value) -> {
          YamlLines.Found found = site.find(key);
          int line = places.getOrDefault(key, found.whole() ? found.line() : 0);
          String source =
              overrides.containsKey(key)
                  ? COMMAND_LINE
                  : line > 0 ? "station.yaml, line " + line : "";
          lines.add(new Line(key, shown(key, value), source, line, effect(example, key)));
        });
    return lines;
  }

  /// The same for whoever reads a report: what a key does is said as the form says it, and as the
  /// example site does where it is in no form.
  public static List<Setting> told(
      Path config, StationSettings settings, Map<String, String> overrides, Words words) {
    return of(config, settings, overrides).stream()
        .map(
            line -> {
              String key = "setup.effect." + SetupFields.name(line.key());
              return new Setting(
                  line.key(),
                  line.value(),
                  line.source(),
                  words.has(key) ? words.say(key) : line.effect());
            })
        .toList();
  }

  public static boolean isSecret(String key) {
    return SECRET.matcher(key).matches();
  }

  /// Secrets but for names: whoever may change members of staff sees who they are.
  static boolean isHidden(String key) {
    return isSecret(key) && !NAMES.matcher(key).matches();
  }

  private static String shown(String key, String value) {
    return isSecret(key) && !value.isEmpty() ? MASK : value;
  }

  public static void walk(String key, Object value, Map<String, String> values) {
    switch (value) {
      case Record section -> {
        for (RecordComponent part : section.getClass().getRecordComponents()) {
          walk(key + "." + dashed(part.getName()), part(section, part), values);
        }
      }
      case Map<?, ?> map -> map.forEach((name, part) -> walk(key + "." + name, part, values));
      case Collection<?> list -> {
        int at = 0;
        for (Object part : list) {
          walk(key + "." + at, part, values);
          at++;
        }
      }
      case Enum<?> word -> values.put(key, word.name().toLowerCase(Locale.ROOT));
      default -> values.put(key, String.valueOf(value));
    }
  }

  private static Object part(Record section, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      Object value = part.getAccessor().invoke(section);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static YamlLines example() {
    Path shipped =
        Path.of(System.getProperty("libstation.home", "."), "config").resolve("station.yaml");
    try {
      return YamlLines.of(Files.isReadable(shipped) ? Files.readString(shipped) : "");
    } catch (IOException _) {
      return YamlLines.of("");
    }
  }

  /// The remark above the key in the example site.
  private static String effect(YamlLines example, String key) {
    YamlLines.Found found = example.find(key);
    List<String> words = new ArrayList<>();
    for (int line = found.line() - 2; found.whole() && line >= 0; line--) {
      String above = example.lines().get(line).strip();
      if (!above.startsWith("#")) {
        break;
      }
      words.addFirst(above.substring(1).strip());
    }
    return String.join(" ", words);
  }
}
