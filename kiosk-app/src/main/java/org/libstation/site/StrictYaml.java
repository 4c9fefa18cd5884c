package org.libstation.site;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.libstation.central.WrongSettingException;
import org.libstation.flow.state.Refusal;
import org.libstation.site.Reason.Word;
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
import org.springframework.core.io.ByteArrayResource;

/// Reads a YAML file into a settings record; whatever is wrong with it is told by file, line, key
/// and what was expected.
///
/// @param <T> the record; its components' names with dashes are the keys
public final class StrictYaml<T> {
  private final String root;
  private final Class<T> type;

  /// @param root the one key at the left margin
  StrictYaml(String root, Class<T> type) {
    this.root = root;
    this.type = type;
  }

  /// A file's text.
  ///
  /// @param place told with what is wrong in it
  public record Text(String place, String yaml) {

    /// @throws SiteProblem when it cannot be read
    public static Text of(Path file) {
      try {
        return new Text(file.toString(), Files.readString(file));
      } catch (IOException e) {
        throw unreadable(file.toString(), e);
      }
    }
  }

  /// @param layers a key counts as it stands in the first text that has it
  /// @param overrides settings that win over all of them, by full key
  /// @throws SiteProblem when a text is no YAML, or has a wrong key or value
  T read(List<Text> layers, Map<String, String> overrides) {
    Iterable<ConfigurationPropertySource> properties = properties(layers, overrides);
    try {
      return new Binder(properties)
          .bind(root, Bindable.of(type))
          .orElseThrow(
              () ->
                  problem(
                      layers.getFirst().place(),
                      0,
                      root,
                      layers.getFirst().place()
                          + ": expected the key '"
                          + root
                          + "' at the left margin",
                      Reason.of(Word.NO_YAML)));
    } catch (BindException e) {
      throw describe(layers, e);
    }
  }

  /// The items of one list in one text; none where it has no such list.
  ///
  /// @param key full name of the list
  static <E> List<E> items(Text text, String key, Class<E> item) {
    try {
      return new Binder(ConfigurationPropertySources.from(sources(text)))
          .bind(key, Bindable.listOf(item))
          .orElse(List.of());
    } catch (BindException e) {
      throw describe(List.of(text), e);
    }
  }

  /// One value as text, before anything is judged.
  static Optional<String> value(Text text, String key) {
    for (ConfigurationPropertySource source : ConfigurationPropertySources.from(sources(text))) {
      ConfigurationProperty property =
          source.getConfigurationProperty(ConfigurationPropertyName.of(key));
      if (property != null) {
        return Optional.of(String.valueOf(property.getValue()));
      }
    }
    return Optional.empty();
  }

  private Iterable<ConfigurationPropertySource> properties(
      List<Text> layers, Map<String, String> overrides) {
    List<PropertySource<?>> all = new ArrayList<>();
    all.add(new MapPropertySource("command line", new LinkedHashMap<>(overrides)));
    for (Text layer : layers) {
      List<PropertySource<?>> sources = sources(layer);
      refuseUnknownKeys(layer, ConfigurationPropertySources.from(sources));
      all.addAll(sources);
    }
    refuseUnknownKeys(layers.getFirst(), ConfigurationPropertySources.from(all.subList(0, 1)));
    return ConfigurationPropertySources.from(all);
  }

  private static List<PropertySource<?>> sources(Text text) {
    try {
      return new YamlPropertySourceLoader()
          .load(
              text.place(),
              new ByteArrayResource(text.yaml().getBytes(StandardCharsets.UTF_8), text.place()));
    } catch (IOException e) {
      throw unreadable(text.place(), e);
    } catch (RuntimeException e) {
      throw problem(
          text.place(),
          0,
          "",
          text.place() + ": is no YAML: " + oneLine(e),
          Reason.of(Word.NO_YAML));
    }
  }

  /// Before any value is judged: a mistyped key would else be told as a missing value.
  private void refuseUnknownKeys(Text file, Iterable<ConfigurationPropertySource> properties) {
    List<SiteProblem> problems = new ArrayList<>();
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
      String all =
          problems.stream()
              .map(each -> String.valueOf(each.getMessage()))
              .collect(Collectors.joining(System.lineSeparator()));
      throw problems.getFirst().refusal().map(first -> saying(first, all)).orElseThrow();
    }
  }

  private boolean isKnown(ConfigurationPropertyName name) {
    if (!name.getElement(0, Form.DASHED).equals(root)) {
      return false;
    }
    Class<?> section = type;
    for (int i = 1; i < name.getNumberOfElements(); i++) {
      if (!section.isRecord()) {
        return isRepeating(section);
      }
      Optional<RecordComponent> component = component(section, name.getElement(i, Form.DASHED));
      if (component.isEmpty()) {
        return false;
      }
      section = component.get().getType();
      Optional<Class<?>> repeated = repeatedRecord(component.get());
      if (repeated.isPresent()) {
        section = repeated.get();
        i++;
      }
    }
    return true;
  }

  private static boolean isRepeating(Class<?> section) {
    return Map.class.isAssignableFrom(section) || Collection.class.isAssignableFrom(section);
  }

  private static Optional<RecordComponent> component(Class<?> section, String key) {
    return Arrays.stream(section.getRecordComponents())
        .filter(component -> dashed(component.getName()).equals(key))
        .findFirst();
  }

  /// The section that stands there under names or numbers of its own.
  private static Optional<Class<?>> repeatedRecord(RecordComponent component) {
    if (!isRepeating(component.getType())
        || !(component.getGenericType() instanceof ParameterizedType generic)) {
      return Optional.empty();
    }
    Type[] arguments = generic.getActualTypeArguments();
    return arguments[arguments.length - 1] instanceof Class<?> item && item.isRecord()
        ? Optional.of(item)
        : Optional.empty();
  }

  private static SiteProblem saying(Refusal first, String all) {
    return new SiteProblem(first.at(first.file(), first.line(), first.setting(), all));
  }

  static SiteProblem unreadable(String file, IOException e) {
    return problem(
        file,
        0,
        "",
        file + ": cannot be read: " + e.getMessage(),
        Reason.of(Word.NO_FILE, "", name(file)));
  }

  /// @param line from 1; 0 = none
  private static SiteProblem problem(
      String file, int line, String key, String english, Reason reason) {
    boolean settings = key.isEmpty() || key.equals("station") || key.startsWith("station.");
    Reason told = settings ? reason : Reason.of(Word.OTHER_FILE, "", name(file));
    return new SiteProblem(told.refusal(name(file), line, key, english));
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  private static SiteProblem describe(List<Text> layers, BindException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingException setting) {
        String key = named(setting.key(), e.getName());
        return problem(layers, key, "expected " + setting.expected().english(), setting.expected());
      }
      if (cause instanceof WrongSettingException wrong) {
        String key = named(wrong.key(), e.getName());
        return problem(layers, key, "expected " + wrong.expected(), Reason.of(wrong));
      }
    }
    ConfigurationProperty property = e.getProperty();
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String value = property == null ? "" : " is '" + property.getValue() + "'";
    String key = e.getName().toString();
    Place place =
        property == null ? where(layers, key) : new Place(holder(layers, property), line(property));
    Reason reason = expectedType(e);
    return problem(
        place.file(),
        place.line(),
        key,
        place + key + value + ": expected " + reason.english() + " (" + oneLine(root) + ")",
        reason);
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

  private static Reason expectedType(BindException e) {
    Class<?> type = e.getTarget().getType().resolve(Object.class);
    if (type.isEnum()) {
      List<String> words =
          Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
              .toList();
      return Reason.oneOf(words, String.join(" or ", words));
    }
    return switch (type.getSimpleName()) {
      case "int", "Integer", "long", "Long" -> Reason.of(Word.WHOLE_NUMBER_ONLY);
      case "boolean", "Boolean" -> Reason.of(Word.TRUE_OR_FALSE);
      case "double", "Double" -> Reason.of(Word.NUMBER_ONLY, "a double");
      case "String" -> Reason.plain("text");
      case String other -> Reason.plain("a " + other.toLowerCase(Locale.ROOT));
    };
  }

  private SiteProblem unknownKey(Text file, ConfigurationProperty property) {
    String name = property.getName().toString();
    String parent = name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    List<String> known = knownKeys(parent);
    Place place = new Place(file.place(), line(property));
    return problem(
        place.file(),
        place.line(),
        name,
        place
            + name
            + ": unknown key; expected "
            + (known.isEmpty() ? "nothing here" : "one of " + String.join(", ", known)),
        new Reason(Word.UNKNOWN_KEY, List.of(), known, ""));
  }

  /// The keys a section may have, found by walking the settings records.
  private List<String> knownKeys(String parent) {
    Class<?> section = type;
    String[] parts = parent.replace("[", ".").replace("]", "").split("\\.", -1);
    for (int i = 1; i < parts.length && section.isRecord(); i++) {
      Optional<RecordComponent> component = component(section, parts[i]);
      if (component.isEmpty()) {
        return List.of();
      }
      section = component.get().getType();
      Optional<Class<?>> repeated = repeatedRecord(component.get());
      if (repeated.isPresent()) {
        section = repeated.get();
        i++;
      }
    }
    if (!section.isRecord()) {
      return List.of();
    }
    return Arrays.stream(section.getRecordComponents())
        .map(component -> dashed(component.getName()))
        .sorted()
        .toList();
  }

  private static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// What cannot be in a value that was read well, with its place.
  ///
  /// @param what in English
  /// @param reason the same for a screen
  public static SiteProblem problem(
      List<Text> layers, String key, @Nullable String what, Reason reason) {
    Place place = where(layers, key);
    return problem(place.file(), place.line(), key, place + key + ": " + what, reason);
  }

  /// Where a key stands: in the first text that has it, else where its section begins in the first.
  private static Place where(List<Text> layers, String key) {
    for (Text layer : layers) {
      YamlLines.Found found = YamlLines.of(layer.yaml()).find(key);
      if (found.whole()) {
        return new Place(layer.place(), found.line());
      }
    }
    Text first = layers.getFirst();
    return new Place(first.place(), YamlLines.of(first.yaml()).find(key).line());
  }

  private static String holder(List<Text> layers, ConfigurationProperty property) {
    String resource =
        text(property).map(TextResourceOrigin::getResource).map(String::valueOf).orElse("");
    return layers.stream()
        .map(Text::place)
        .filter(place -> resource.endsWith("[" + place + "]"))
        .findFirst()
        .orElse(layers.getFirst().place());
  }

  private static Optional<TextResourceOrigin> text(ConfigurationProperty property) {
    Origin origin = property.getOrigin();
    while (origin instanceof OriginProvider provider && !(origin instanceof TextResourceOrigin)) {
      origin = provider.getOrigin();
    }
    return origin instanceof TextResourceOrigin text ? Optional.of(text) : Optional.empty();
  }

  private static int line(ConfigurationProperty property) {
    return text(property)
        .flatMap(origin -> Optional.ofNullable(origin.getLocation()))
        .map(location -> location.getLine() + 1)
        .orElse(0);
  }

  /// @param line from 1; 0 = none
  private record Place(String file, int line) {
    @Override
    public String toString() {
      return line > 0 ? file + ", line " + line + ": " : file + ": ";
    }
  }

  private static String oneLine(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }
}
