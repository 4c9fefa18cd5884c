package org.libstation.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.command.SiteProblem;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginProvider;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;

/// Reads `station.yaml`; whatever is wrong with it is told by file, line, key and what was
/// expected.
final class SettingsFile {
  private SettingsFile() {}

  /// @param directory the site's configuration directory
  /// @param overrides settings that win over the file's, by full key
  /// @throws SiteProblem when the file is not there, is no YAML, or has a wrong key or value
  static StationSettings read(Path directory, Map<String, String> overrides) {
    Path file = directory.resolve("station.yaml");
    if (!Files.isRegularFile(file)) {
      throw new SiteProblem(
          file + ": not found; expected the site's settings (config/station.yaml is an example)");
    }
    List<PropertySource<?>> sources;
    try {
      sources = new YamlPropertySourceLoader().load("station.yaml", new FileSystemResource(file));
    } catch (IOException e) {
      throw new SiteProblem(file + ": cannot be read: " + e.getMessage());
    } catch (RuntimeException e) {
      throw new SiteProblem(file + ": is no YAML: " + oneLine(e));
    }
    List<PropertySource<?>> all = new ArrayList<>();
    all.add(new MapPropertySource("command line", new LinkedHashMap<>(overrides)));
    all.addAll(sources);
    Iterable<ConfigurationPropertySource> properties = ConfigurationPropertySources.from(all);
    refuseUnknownKeys(file, properties);
    try {
      return new Binder(properties)
          .bind("station", Bindable.of(StationSettings.class))
          .orElseThrow(
              () -> new SiteProblem(file + ": expected the key 'station' at the left margin"));
    } catch (BindException e) {
      throw new SiteProblem(describe(file, e));
    }
  }

  /// Before any value is judged: a mistyped key would else be told as a missing value.
  private static void refuseUnknownKeys(
      Path file, Iterable<ConfigurationPropertySource> properties) {
    List<String> problems = new ArrayList<>();
    for (ConfigurationPropertySource source : properties) {
      if (source instanceof IterableConfigurationPropertySource iterable) {
        iterable.stream()
            .filter(name -> !isKnown(name))
            .map(
                name ->
                    unknownKey(file, Objects.requireNonNull(source.getConfigurationProperty(name))))
            .forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw new SiteProblem(String.join(System.lineSeparator(), problems));
    }
  }

  private static boolean isKnown(ConfigurationPropertyName name) {
    if (!name.getElement(0, Form.DASHED).equals("station")) {
      return false;
    }
    Class<?> type = StationSettings.class;
    for (int i = 1; i < name.getNumberOfElements(); i++) {
      if (!type.isRecord()) {
        return Map.class.isAssignableFrom(type);
      }
      Class<?> next = componentType(type, name.getElement(i, Form.DASHED));
      if (next == null) {
        return false;
      }
      if (isRepeated(next)) {
        i++;
      }
      type = next;
    }
    return true;
  }

  private static @Nullable Class<?> componentType(Class<?> type, String key) {
    for (var component : type.getRecordComponents()) {
      if (dashed(component.getName()).equals(key)) {
        if (type == StationSettings.class && key.equals("devices")) {
          return StationSettings.DeviceEntry.class;
        }
        return type == StationSettings.Barcodes.class && key.equals("rules")
            ? StationSettings.BarcodeRule.class
            : component.getType();
      }
    }
    return null;
  }

  /// Whether such a section stands under a name or a number of its own.
  private static boolean isRepeated(Class<?> type) {
    return type == StationSettings.DeviceEntry.class || type == StationSettings.BarcodeRule.class;
  }

  private static String describe(Path file, BindException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingException setting) {
        String key = named(setting.key(), e.getName());
        return place(file, lineOf(file, key)) + key + ": expected " + setting.expected();
      }
    }
    ConfigurationProperty property = e.getProperty();
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String value = property == null ? "" : " is '" + property.getValue() + "'";
    return place(file, property == null ? lineOf(file, e.getName().toString()) : line(property))
        + e.getName()
        + value
        + ": expected "
        + expectedType(e)
        + " ("
        + oneLine(root)
        + ")";
  }

  /// A record in a map knows not under which name it stands; the place where it was bound does.
  private static String named(String key, ConfigurationPropertyName bound) {
    String[] parts = key.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      if (parts[i].equals("*") && i < bound.getNumberOfElements()) {
        parts[i] = bound.getElement(i, Form.DASHED);
      }
    }
    return String.join(".", parts);
  }

  private static String expectedType(BindException e) {
    Class<?> type = e.getTarget().getType().resolve(Object.class);
    if (type.isEnum()) {
      return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
          .map(constant -> constant.toString().toLowerCase(java.util.Locale.ROOT))
          .collect(Collectors.joining(" or "));
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> "a whole number";
      case "boolean", "Boolean" -> "true or false";
      case "String" -> "text";
      case String other -> "a " + other.toLowerCase(java.util.Locale.ROOT);
    };
  }

  private static String unknownKey(Path file, ConfigurationProperty property) {
    String name = property.getName().toString();
    String parent = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    List<String> known = knownKeys(parent);
    return place(file, line(property))
        + name
        + ": unknown key; expected "
        + (known.isEmpty() ? "nothing here" : "one of " + String.join(", ", known));
  }

  /// The keys a section may have, found by walking the settings records.
  private static List<String> knownKeys(String parent) {
    Class<?> type = StationSettings.class;
    String[] parts = parent.replace("[", ".").replace("]", "").split("\\.", -1);
    for (int i = 1; i < parts.length && type.isRecord(); i++) {
      Class<?> next = componentType(type, parts[i]);
      if (next == null) {
        return List.of();
      }
      if (isRepeated(next)) {
        i++;
      }
      type = next;
    }
    if (!type.isRecord()) {
      return List.of();
    }
    List<String> keys = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      keys.add(dashed(component.getName()));
    }
    return new ArrayList<>(new TreeSet<>(keys));
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }

  private static int line(ConfigurationProperty property) {
    Origin origin = property.getOrigin();
    while (origin instanceof OriginProvider provider && !(origin instanceof TextResourceOrigin)) {
      origin = provider.getOrigin();
    }
    if (origin instanceof TextResourceOrigin text && text.getLocation() != null) {
      return text.getLocation().getLine() + 1;
    }
    return 0;
  }

  /// What cannot be in a value that was read well, with its place.
  static SiteProblem problem(Path directory, String key, @Nullable String what) {
    Path file = directory.resolve("station.yaml");
    return new SiteProblem(place(file, lineOf(file, key)) + key + ": " + what);
  }

  /// The line of a key, or of the innermost section of it that stands there.
  private static int lineOf(Path file, String key) {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      return 0;
    }
    int found = 0;
    int indent = -1;
    String[] parts = key.split("\\.", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      int next =
          part.matches("[0-9]+")
              ? lineOfItem(lines, found, indent, Integer.parseInt(part))
              : lineOf(lines, found, indent, part);
      if (next == 0) {
        // An option of a device may have dots in its own name.
        String rest = String.join(".", Arrays.asList(parts).subList(i, parts.length));
        int dotted = lineOf(lines, found, indent, rest);
        return dotted == 0 ? found : dotted;
      }
      found = next;
      indent = indent(lines.get(found - 1));
    }
    return found;
  }

  /// The line of the item of a list that begins after a line; 0 = it is not there.
  private static int lineOfItem(List<String> lines, int after, int sectionIndent, int number) {
    int left = number;
    for (int i = after; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (indent(lines.get(i)) <= sectionIndent) {
        return 0;
      }
      if (line.startsWith("- ") && left-- == 0) {
        return i + 1;
      }
    }
    return 0;
  }

  /// The line of a name directly in the section that begins after a line, counted from 1; 0 = it is
  /// not there.
  private static int lineOf(List<String> lines, int after, int sectionIndent, String name) {
    int children = -1;
    for (int i = after; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int indent = indent(lines.get(i));
      if (indent <= sectionIndent) {
        return 0;
      }
      children = children < 0 ? indent : children;
      if (indent == children && line.startsWith(name + ":")) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String place(Path file, int line) {
    return line > 0 ? file + ", line " + line + ": " : file + ": ";
  }

  private static String oneLine(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }
}
