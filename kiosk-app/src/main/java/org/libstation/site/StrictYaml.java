package org.libstation.site;

import java.io.IOException;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.central.WrongSettingException;
import org.libstation.file.BoundedFile;
import org.libstation.file.YamlFault;
import org.libstation.flow.state.SettingRefusal;
import org.libstation.site.Reason.Word;
import org.libstation.site.edit.YamlTree;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/// Reads a YAML file into a settings record. Each error names file, line, key and what was
/// expected.
///
/// @param <T> the record type; its component names, written with dashes, are the keys
public final class StrictYaml<T> {
  /// Matches a possible anchor, alias, tag or merge key, some of which the framework would accept.
  private static final Pattern UNUSED = Pattern.compile("[\\s\\[{,][&*!][^\\s=]|<<");

  private final String root;
  private final Class<T> type;

  /// @param root the single top-level key
  StrictYaml(String root, Class<T> type) {
    this.root = root;
    this.type = type;
  }

  /// The text of a file.
  ///
  /// @param place where the text comes from, for messages
  public record YamlText(String place, String yaml) {

    /// @throws SiteProblem if the file cannot be read
    public static YamlText of(Path file) {
      try {
        return new YamlText(file.toString(), BoundedFile.text(file));
      } catch (IOException e) {
        throw unreadable(file.toString(), e);
      }
    }
  }

  /// Reads one text into a record.
  ///
  /// @throws SiteProblem if the text is no valid YAML, or a key or value is wrong
  public static <T> T read(String root, Class<T> type, YamlText text) {
    return new StrictYaml<>(root, type).read(List.of(text), Map.of());
  }

  /// @param layers the first text that has a key decides its value
  /// @param overrides settings that replace those of all texts, by full key
  /// @throws SiteProblem if a text is no valid YAML, or a key or value is wrong
  T read(List<YamlText> layers, Map<String, String> overrides) {
    Iterable<ConfigurationPropertySource> properties = properties(layers, overrides);
    try {
      return new Binder(properties)
          .bind(root, Bindable.of(type), BOUNDS)
          .orElseThrow(
              () -> {
                String place = layers.getFirst().place();
                String english = ": expected the key '" + root + "' at the left margin";
                return problem(place, 0, root, place + english, Reason.of(Word.NO_YAML));
              });
    } catch (BindException e) {
      throw describe(root, layers, overrides, e);
    }
  }

  /// Checks each section when it is read, by the annotations of its settings. Words, numbers and
  /// booleans are checked as written. The framework would accept `Live` for `live` and 60.9 for 60.
  private static final BindHandler BOUNDS =
      new BindHandler() {
        @Override
        public Object onSuccess(
            ConfigurationPropertyName name,
            Bindable<?> target,
            BindContext context,
            Object result) {
          ConfigurationProperty written = context.getConfigurationProperty();
          if (written != null && written.getName().equals(name)) {
            exactly(written.getValue(), target.getType());
          }
          if (result instanceof Record section) {
            SettingKey.check(section);
          }
          return result;
        }
      };

  private static void exactly(Object written, ResolvableType type) {
    Class<?> wanted = type.resolve(Object.class);
    if (Collection.class.isAssignableFrom(wanted)) {
      if (written instanceof String all && !all.isBlank()) {
        Stream.of(all.split(",")).forEach(each -> exactly(each.strip(), type.getGeneric(0)));
      }
      return;
    }
    Class<?> value = MethodType.methodType(wanted).wrap().returnType();
    String text = String.valueOf(written);
    boolean right =
        value.isEnum()
            ? SettingKey.words(value).contains(text)
            : value == Boolean.class
                ? text.equals("true") || text.equals("false")
                : (value != Integer.class && value != Long.class) || text.matches("-?[0-9]+");
    if (!right) {
      throw new IllegalArgumentException("the value must be written as it is listed here");
    }
  }

  /// Reads the items of one list; empty if the text has no such list.
  ///
  /// @param key full name of the list
  static <E> List<E> items(YamlText text, String key, Class<E> item) {
    try {
      return new Binder(ConfigurationPropertySources.from(sources(text, UnaryOperator.identity())))
          .bind(key, Bindable.listOf(item))
          .orElse(List.of());
    } catch (BindException e) {
      throw describe(key.substring(0, key.indexOf('.')), List.of(text), Map.of(), e);
    }
  }

  /// Returns one value as text, unchecked; empty if it is missing.
  static Optional<String> value(YamlText text, String key) {
    for (ConfigurationPropertySource source :
        ConfigurationPropertySources.from(sources(text, UnaryOperator.identity()))) {
      ConfigurationProperty property =
          source.getConfigurationProperty(ConfigurationPropertyName.of(key));
      if (property != null) {
        return Optional.of(String.valueOf(property.getValue()));
      }
    }
    return Optional.empty();
  }

  private Iterable<ConfigurationPropertySource> properties(
      List<YamlText> layers, Map<String, String> overrides) {
    List<PropertySource<?>> all = new ArrayList<>();
    all.add(new MapPropertySource("command line", new LinkedHashMap<>(overrides)));
    for (YamlText layer : layers) {
      List<PropertySource<?>> sources = sources(layer, this::known);
      refuseUnknownKeys(layer, Map.of(), ConfigurationPropertySources.from(sources));
      all.addAll(sources);
    }
    refuseUnknownKeys(
        layers.getFirst(), overrides, ConfigurationPropertySources.from(all.subList(0, 1)));
    return ConfigurationPropertySources.from(all);
  }

  /// @param known cuts a key to the part that a message may show
  private static List<PropertySource<?>> sources(YamlText text, UnaryOperator<String> known) {
    String place = text.place();
    if (UNUSED.matcher(text.yaml()).find()) {
      Optional<YamlFault> fault = YamlTree.fault(text.yaml());
      if (fault.isPresent()) {
        throw noYaml(text, fault, known);
      }
    }
    try {
      return new YamlPropertySourceLoader()
          .load(place, new ByteArrayResource(text.yaml().getBytes(StandardCharsets.UTF_8), place));
    } catch (IOException e) {
      throw unreadable(place, e);
    } catch (RuntimeException e) {
      throw noYaml(text, YamlTree.fault(text.yaml()), known);
    }
  }

  /// @param fault the fault with its place; empty if the place is unknown
  private static SiteProblem noYaml(
      YamlText text, Optional<YamlFault> fault, UnaryOperator<String> known) {
    YamlFault at = fault.orElse(new YamlFault(0, 0, "", "it cannot be read"));
    String key = known.apply(at.key());
    String place = new YamlPosition(text.place(), at.line()).toString();
    String column = at.column() > 0 ? ", column " + at.column() + ": " : ": ";
    String english =
        place.substring(0, place.length() - 2)
            + column
            + (key.isEmpty() ? "" : key + ": ")
            + "is not valid YAML: "
            + at.words();
    return problem(text.place(), at.line(), key, english, Reason.of(Word.NO_YAML));
  }

  /// Cuts a key to the part that the records know. The rest might be part of a value.
  private String known(String key) {
    List<String> path = List.of(key.split("\\.", -1));
    if (!path.getFirst().equals(root)) {
      return "";
    }
    List<String> below = SettingKey.known(type, path.subList(1, path.size()));
    return String.join(".", path.subList(0, below.size() + 1));
  }

  /// Runs before any value is checked. A mistyped key would otherwise be reported as a missing
  /// value.
  private void refuseUnknownKeys(
      YamlText file,
      Map<String, String> overrides,
      Iterable<ConfigurationPropertySource> properties) {
    List<SiteProblem> problems = new ArrayList<>();
    for (ConfigurationPropertySource source : properties) {
      if (source instanceof IterableConfigurationPropertySource iterable) {
        iterable.stream()
            .filter(name -> !isKnown(name))
            .map(name -> unknownKey(file, overrides, name))
            .forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      String all =
          problems.stream()
              .map(each -> String.valueOf(each.getMessage()))
              .distinct()
              .collect(Collectors.joining(System.lineSeparator()));
      throw problems.getFirst().refusal().map(first -> saying(first, all)).orElseThrow();
    }
  }

  private boolean isKnown(ConfigurationPropertyName name) {
    List<String> path = path(name);
    return path.getFirst().equals(root)
        && (path.size() == 1 || SettingKey.at(type, path.subList(1, path.size())).isPresent());
  }

  private static List<String> path(ConfigurationPropertyName name) {
    return path(name, Form.ORIGINAL);
  }

  private static List<String> path(ConfigurationPropertyName name, Form form) {
    return IntStream.range(0, name.getNumberOfElements())
        .mapToObj(at -> name.getElement(at, form))
        .toList();
  }

  private static SiteProblem saying(SettingRefusal first, String all) {
    return new SiteProblem(first.at(first.file(), first.line(), first.setting(), all));
  }

  /// Makes the problem of a file that cannot be read.
  static SiteProblem unreadable(String file, IOException e) {
    String english = file + ": cannot be read: " + BoundedFile.why(e);
    return problem(file, 0, "", english, Reason.of(Word.NO_FILE, "", name(file)));
  }

  /// @param line from 1; 0 if unknown
  private static SiteProblem problem(
      String file, int line, String key, String english, Reason reason) {
    boolean settings =
        key.isEmpty() || key.equals(StationYaml.ROOT) || !StationYaml.below(key).equals(key);
    Reason told = settings ? reason : Reason.of(Word.OTHER_FILE, "", name(file));
    return new SiteProblem(told.refusal(name(file), line, key, english));
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }

  private static SiteProblem describe(
      String root, List<YamlText> layers, Map<String, String> overrides, BindException e) {
    String bound = String.join(".", path(e.getName(), Form.ORIGINAL));
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SettingException setting) {
        String expected = "expected " + setting.expected().english();
        return problem(layers, setting.key(root, bound), expected, setting.expected());
      }
      if (cause instanceof WrongSettingException wrong) {
        String key = new SettingException(wrong.key(), Reason.of(wrong)).key(root, bound);
        return problem(layers, key, "expected " + wrong.expected(), Reason.of(wrong));
      }
    }
    ConfigurationProperty property = e.getProperty();
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    Class<?> wanted = e.getTarget().getType().resolve(Object.class);
    Reason reason = SettingKey.expected(wanted);
    if (wanted == ZoneId.class || wanted == Currency.class) {
      return problem(layers, bound, "expected " + reason.english(), reason);
    }
    YamlPosition place =
        overrides.containsKey(bound)
            ? new YamlPosition(layers.getFirst().place(), 0)
            : where(layers, bound);
    String english =
        (property == null ? "" : " is '" + property.getValue() + "'")
            + ": expected "
            + reason.english()
            + (reason.word() == Word.OTHER ? " (" + oneLine(first) + ")" : "");
    return problem(place.file(), place.line(), bound, place + bound + english, reason);
  }

  private SiteProblem unknownKey(
      YamlText file, Map<String, String> overrides, ConfigurationPropertyName name) {
    List<String> path = path(name);
    List<String> right = SettingKey.known(type, path.subList(1, path.size()));
    Optional<SettingKey> holder = SettingKey.at(type, right);
    if (holder.filter(SettingKey::isTexts).isPresent()) {
      // Then every key is wrong, because the texts of the other languages are missing too.
      int size = path.indexOf(holder.get().name()) + 1;
      return wrongKey(file, overrides, name, size, Reason.of(Word.IN_THREE));
    }
    if (holder.filter(SettingKey::isOneValue).isPresent()) {
      // Text below the key might be part of a password, so it is not shown.
      Reason reason = Reason.of(Word.ONE_VALUE);
      return wrongKey(file, overrides, name, right.size() + 1, reason);
    }
    List<String> entries = holder.map(SettingKey::entryNames).orElse(List.of());
    if (!entries.isEmpty()) {
      Reason reason = Reason.oneOf(entries).withEnglish("one of " + String.join(", ", entries));
      return wrongKey(file, overrides, name, right.size() + 2, reason);
    }
    Reason reason = Reason.unknownKey(SettingKey.names(type, right));
    return wrongKey(file, overrides, name, Math.min(path.size(), right.size() + 2), reason);
  }

  /// @param size how many names of the path to show; the last of them is the wrong one
  private SiteProblem wrongKey(
      YamlText file,
      Map<String, String> overrides,
      ConfigurationPropertyName name,
      int size,
      Reason reason) {
    YamlPosition place =
        overrides.containsKey(name.toString())
            ? new YamlPosition(file.place(), 0)
            : where(List.of(file), String.join(".", path(name, Form.ORIGINAL).subList(0, size)));
    boolean unknown = reason.word() == Word.UNKNOWN_KEY;
    String key = String.join(".", path(name).subList(0, size));
    String english =
        place + key + (unknown ? ": unknown key; expected " : ": expected ") + reason.english();
    return problem(place.file(), place.line(), key, english, reason);
  }

  /// Makes the problem of a value that was read but is not acceptable, with its place.
  ///
  /// @param what the message in English
  /// @param reason the same, for a screen
  public static SiteProblem problem(
      List<YamlText> layers, String key, @Nullable String what, Reason reason) {
    YamlPosition place = where(layers, key);
    return problem(place.file(), place.line(), key, place + key + ": " + what, reason);
  }

  /// Finds a key: in the first text that has it, else at the start of its section in the first
  /// text.
  private static YamlPosition where(List<YamlText> layers, String key) {
    for (YamlText layer : layers) {
      YamlTree.YamlKeyPosition found = YamlTree.ofAny(layer.yaml()).place(key);
      if (found.whole()) {
        return new YamlPosition(layer.place(), found.line());
      }
    }
    YamlText first = layers.getFirst();
    return new YamlPosition(first.place(), YamlTree.ofAny(first.yaml()).place(key).line());
  }

  /// @param line from 1; 0 if unknown
  private record YamlPosition(String file, int line) {
    @Override
    public String toString() {
      return line > 0 ? file + ", line " + line + ": " : file + ": ";
    }
  }

  /// Reports where a text is no valid YAML; empty if it is valid.
  Optional<SiteProblem> fault(YamlText text) {
    Optional<YamlFault> fault = YamlTree.fault(text.yaml());
    return fault.map(_ -> noYaml(text, fault, this::known));
  }

  private static String oneLine(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }
}
