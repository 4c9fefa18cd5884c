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

/// Reads a YAML file into a settings record; whatever is wrong with it is told by file, line, key
/// and what was expected.
///
/// @param <T> the record; its components' names with dashes are the keys
public final class StrictYaml<T> {
  /// What may be an anchor, an alias, a tag or a merge key: the framework takes some of them.
  private static final Pattern UNUSED = Pattern.compile("[\\s\\[{,][&*!][^\\s=]|<<");

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
  public record YamlText(String place, String yaml) {

    /// @throws SiteProblem when it cannot be read
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
  /// @throws SiteProblem when it is no YAML, or has a wrong key or value
  public static <T> T read(String root, Class<T> type, YamlText text) {
    return new StrictYaml<>(root, type).read(List.of(text), Map.of());
  }

  /// @param layers a key counts as it stands in the first text that has it
  /// @param overrides settings that win over all of them, by full key
  /// @throws SiteProblem when a text is no YAML, or has a wrong key or value
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

  /// What each setting of a section says of itself is judged when the section is read. A word, a
  /// number or a truth is judged as it is written: the framework would take `Live` for `live`, and
  /// 60.9 for 60.
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
      throw new IllegalArgumentException("it is written otherwise");
    }
  }

  /// The items of one list in one text; none where it has no such list.
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

  /// One value as text, before anything is judged.
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

  /// @param known what may be told of a key's name
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

  /// @param fault where it is, if the place is known
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
            + "is no YAML: "
            + at.words();
    return problem(text.place(), at.line(), key, english, Reason.of(Word.NO_YAML));
  }

  /// What of a key's name the records know. What follows may be a part of a value.
  private String known(String key) {
    List<String> path = List.of(key.split("\\.", -1));
    if (!path.getFirst().equals(root)) {
      return "";
    }
    List<String> below = SettingKey.known(type, path.subList(1, path.size()));
    return String.join(".", path.subList(0, below.size() + 1));
  }

  /// Before any value is judged: a mistyped key would else be told as a missing value.
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

  static SiteProblem unreadable(String file, IOException e) {
    String english = file + ": cannot be read: " + BoundedFile.why(e);
    return problem(file, 0, "", english, Reason.of(Word.NO_FILE, "", name(file)));
  }

  /// @param line from 1; 0 = none
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
      // All of them are wrong then: one has no other language's text.
      int size = path.indexOf(holder.get().name()) + 1;
      return wrongKey(file, overrides, name, size, Reason.of(Word.IN_THREE));
    }
    if (holder.filter(SettingKey::isOneValue).isPresent()) {
      // What stands below it may be a part of a password.
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

  /// @param size how many of its names lead to what is wrong, the last of them is it
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

  /// What cannot be in a value that was read well, with its place.
  ///
  /// @param what in English
  /// @param reason the same for a screen
  public static SiteProblem problem(
      List<YamlText> layers, String key, @Nullable String what, Reason reason) {
    YamlPosition place = where(layers, key);
    return problem(place.file(), place.line(), key, place + key + ": " + what, reason);
  }

  /// Where a key stands: in the first text that has it, else where its section begins in the first.
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

  /// @param line from 1; 0 = none
  private record YamlPosition(String file, int line) {
    @Override
    public String toString() {
      return line > 0 ? file + ", line " + line + ": " : file + ": ";
    }
  }

  /// Where a text cannot be read as YAML, if so.
  Optional<SiteProblem> fault(YamlText text) {
    Optional<YamlFault> fault = YamlTree.fault(text.yaml());
    return fault.map(_ -> noYaml(text, fault, this::known));
  }

  private static String oneLine(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }
}
