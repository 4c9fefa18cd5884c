package org.libstation.site;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.barcode.Symbology;
import org.libstation.flow.state.Language;
import org.libstation.flow.state.SetupSheet.FieldKind;
import org.libstation.site.Reason.Word;
import org.libstation.site.edit.YamlEdit.As;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// A key of a settings file, as the component of its record describes it: the one place that says
/// what may stand there, how it is written, in what order, and who changes and sees it.
///
/// @param path below the root, an entry of a list by its number, of a map by its name
public record SettingKey(List<String> path, RecordComponent component) {
  private static final Map<Class<?>, Reason> EXPECTED =
      Map.of(
          int.class, Reason.of(Word.WHOLE_NUMBER_ONLY),
          long.class, Reason.of(Word.WHOLE_NUMBER_ONLY),
          double.class, Reason.of(Word.NUMBER_ONLY),
          boolean.class, Reason.of(Word.TRUE_OR_FALSE),
          String.class, Reason.plain("text"),
          ZoneId.class, Reason.of(Word.ZONE),
          Currency.class, Reason.of(Word.CURRENCY));

  public SettingKey {
    path = List.copyOf(path);
  }

  /// The key at a path; empty where the records have none. A name in a map of texts may have dots.
  public static Optional<SettingKey> at(Class<?> root, List<String> path) {
    Class<?> section = root;
    @Nullable RecordComponent found = null;
    for (int at = 0; at < path.size(); at++) {
      if (!section.isRecord()) {
        List<String> whole = joined(path, at);
        return found != null && holds(found, whole.getLast())
            ? Optional.of(new SettingKey(whole, found))
            : Optional.empty();
      }
      found = component(section, path.get(at)).orElse(null);
      if (found == null) {
        return Optional.empty();
      }
      Optional<Class<?>> entry = entry(found);
      section = entry.orElse(found.getType());
      at += entry.isPresent() ? 1 : 0;
      if (entry.isPresent() && at < path.size() && !holds(found, path.get(at))) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(found).map(last -> new SettingKey(path, last));
  }

  private static List<String> joined(List<String> path, int at) {
    return and(path.subList(0, at), String.join(".", path.subList(at, path.size())));
  }

  /// Whether an entry may have that name, or number.
  private static boolean holds(RecordComponent many, String name) {
    List<String> names = entryNames(many);
    return isMany(many.getType()) && (names.isEmpty() || names.contains(name));
  }

  /// The names directly below a path, as their record has them: a person would write them in that
  /// order. Empty where names are the site's own.
  public static List<String> names(Class<?> root, List<String> path) {
    Optional<Class<?>> section =
        path.isEmpty()
            ? Optional.of(root)
            : at(root, path)
                .map(
                    key ->
                        entry(key.component)
                            .filter(_ -> !key.name().equals(path.getLast()))
                            .orElse(key.component.getType()));
    return section.filter(Class::isRecord).map(SettingKey::names).orElse(List.of());
  }

  private static List<String> names(Class<?> section) {
    return Arrays.stream(section.getRecordComponents()).map(it -> dashed(it.getName())).toList();
  }

  /// How far the records have a path.
  static List<String> known(Class<?> root, List<String> path) {
    return IntStream.range(0, path.size())
        .filter(size -> at(root, path.subList(0, size + 1)).isEmpty())
        .mapToObj(size -> path.subList(0, size))
        .findFirst()
        .orElse(path);
  }

  /// The only names that the entries of this map may have; empty where they are the site's own.
  List<String> entryNames() {
    return name().equals(path.getLast()) ? entryNames(component) : List.of();
  }

  /// Whether it is one text in each language, by the tags of these.
  boolean isTexts() {
    return isTexts(component);
  }

  private static boolean isTexts(RecordComponent component) {
    return !entryNames(component).isEmpty() && entry(component).isEmpty();
  }

  private static List<String> entryNames(RecordComponent component) {
    return component.getType() == Map.class
            && component.getGenericType() instanceof ParameterizedType map
            && map.getActualTypeArguments()[0] instanceof Class<?> names
            && names.isEnum()
        ? words(names)
        : List.of();
  }

  /// Whether it is one value, with nothing below it.
  boolean isOneValue() {
    return !isMany(type()) && !type().isRecord() && name().equals(path.getLast());
  }

  /// All keys of a record that are changed in a group: those of the section of its name first, and
  /// what stands in three languages last.
  public static List<SettingKey> in(FormGroup group, Class<?> root) {
    return below(List.of(), root)
        .filter(key -> key.isIn(group))
        .sorted(
            Comparator.comparingInt(
                key -> key.path.getFirst().equals(group.id()) ? 0 : key.isTexts() ? 2 : 1))
        .toList();
  }

  private boolean isIn(FormGroup group) {
    FormGroup said = setting().map(SiteSetting::form).orElse(FormGroup.NONE);
    return said == group || (said == FormGroup.OF_SECTION && path.getFirst().equals(group.id()));
  }

  /// The lists of a record whose entries are records.
  public static List<SettingKey> lists(Class<?> root) {
    return below(List.of(), root).filter(SettingKey::isList).toList();
  }

  /// The keys of a new entry of this list.
  public List<SettingKey> entryKeys() {
    return entry(component).stream().flatMap(type -> below(List.of(), type)).toList();
  }

  /// What it must be beside its type and bounds.
  public List<Shape> shapes() {
    return setting().map(it -> List.of(it.is())).orElse(List.of());
  }

  /// The least and the most that a number may be, for the texts; empty where it has no bounds.
  public List<String> bounds() {
    return setting()
        .filter(it -> it.least() != Long.MIN_VALUE || it.most() != Long.MAX_VALUE)
        .map(it -> List.of(String.valueOf(it.least()), String.valueOf(it.most())))
        .orElseGet(() -> shapes().stream().flatMap(shape -> shape.bounds().stream()).toList());
  }

  private static Stream<SettingKey> below(List<String> path, Class<?> section) {
    return Arrays.stream(section.getRecordComponents())
        .flatMap(
            component -> {
              List<String> here = and(path, dashed(component.getName()));
              Class<?> type = component.getType();
              if (type.isRecord()) {
                return below(here, type);
              }
              return isTexts(component)
                  ? entryNames(component).stream()
                      .map(name -> new SettingKey(and(here, name), component))
                  : Stream.of(new SettingKey(here, component));
            });
  }

  private static List<String> and(List<String> path, String name) {
    return Stream.concat(path.stream(), Stream.of(name)).toList();
  }

  private static Optional<RecordComponent> component(Class<?> section, String name) {
    return Arrays.stream(section.getRecordComponents())
        .filter(component -> dashed(component.getName()).equals(name))
        .findFirst();
  }

  private static boolean isMany(Class<?> type) {
    return Map.class.isAssignableFrom(type) || Collection.class.isAssignableFrom(type);
  }

  /// The type of what a list or a map holds.
  private static Optional<Class<?>> held(RecordComponent component) {
    if (!isMany(component.getType())
        || !(component.getGenericType() instanceof ParameterizedType generic)) {
      return Optional.empty();
    }
    Type[] arguments = generic.getActualTypeArguments();
    return arguments[arguments.length - 1] instanceof Class<?> held
        ? Optional.of(held)
        : Optional.empty();
  }

  /// The section that stands there under names or numbers of its own.
  private static Optional<Class<?>> entry(RecordComponent component) {
    return held(component).filter(Class::isRecord);
  }

  /// `closeAtPercent` as the file has it.
  public static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// Its own name in its section.
  public String name() {
    return dashed(component.getName());
  }

  /// Its full name below the root.
  public String key() {
    return String.join(".", path);
  }

  /// The same without the number of a word in a list of words: what stands there is one setting.
  public String wholeKey() {
    boolean word = type() == List.class && !isList() && !name().equals(path.getLast());
    return word ? String.join(".", path.subList(0, path.size() - 1)) : key();
  }

  private Class<?> type() {
    return component.getType();
  }

  private Optional<SiteSetting> setting() {
    return Optional.ofNullable(component.getAnnotation(SiteSetting.class));
  }

  /// Whether it holds entries that are records.
  public boolean isList() {
    return type() == List.class && entry(component).isPresent();
  }

  public SiteSetting.Hidden hidden() {
    return setting().map(SiteSetting::hidden).orElse(SiteSetting.Hidden.NEVER);
  }

  /// What of a site there is to choose from.
  public SiteSetting.Offered offers() {
    return setting().map(SiteSetting::offers).orElse(SiteSetting.Offered.NOTHING);
  }

  /// What holds where the file is silent; empty where it has to say something.
  public Optional<String> fallback() {
    Class<?> section = component.getDeclaringRecord();
    int at = names(section).indexOf(name());
    return Arrays.stream(section.getDeclaredConstructors())
        .filter(it -> it.getParameterCount() == section.getRecordComponents().length)
        .flatMap(it -> Stream.ofNullable(it.getParameters()[at].getAnnotation(DefaultValue.class)))
        .map(it -> String.join(", ", it.value()))
        .findFirst();
  }

  /// What it is in a new entry of a list.
  public String begins() {
    return setting()
        .map(SiteSetting::begins)
        .filter(it -> !it.isEmpty())
        .or(this::fallback)
        .orElse("");
  }

  /// Whether it is left out of an entry where it is empty, or what holds anyway.
  public boolean canLack() {
    return fallback().isPresent() && setting().filter(it -> !it.begins().isEmpty()).isEmpty();
  }

  /// The words that are possible; empty where more is.
  public List<String> choices() {
    if (type() == boolean.class) {
      return List.of("true", "false");
    }
    if (type() == List.class) {
      return held(component).filter(Class::isEnum).map(this::sets).orElse(List.of());
    }
    return type().isEnum() ? words(type()) : setting().map(SettingKey::words).orElse(List.of());
  }

  /// Some of the words of an enum: as a new entry has them, then fewer before more.
  private List<String> sets(Class<?> type) {
    List<String> words = words(type);
    return Stream.concat(
            Stream.of(begins()),
            IntStream.range(1, 1 << words.size())
                .boxed()
                .sorted(Comparator.comparingInt(Integer::bitCount))
                .map(
                    some ->
                        IntStream.range(0, words.size())
                            .filter(bit -> (some & 1 << bit) != 0)
                            .mapToObj(words::get)
                            .collect(Collectors.joining(", "))))
        .distinct()
        .toList();
  }

  /// How it is given in a form.
  public FieldKind kind() {
    if (hidden() == SiteSetting.Hidden.ALWAYS) {
      return FieldKind.SECRET;
    }
    boolean number = type().isPrimitive() && type() != boolean.class;
    return !choices().isEmpty() ? FieldKind.CHOICE : number ? FieldKind.NUMBER : FieldKind.TEXT;
  }

  /// How it is written.
  public As as() {
    if (type() == List.class) {
      return As.WORDS;
    }
    return type().isPrimitive() || type().isEnum() ? As.WORD : As.TEXT;
  }

  /// What an enum's constants are called in a file.
  public static List<String> words(Class<?> type) {
    return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
        .map(constant -> word((Enum<?>) constant))
        .toList();
  }

  private static List<String> words(SiteSetting setting) {
    return Stream.concat(Arrays.stream(setting.words()), words(setting.orOf()).stream()).toList();
  }

  /// What a constant of an enum is called in a file.
  public static String word(Enum<?> constant) {
    return switch (constant) {
      case Language language -> language.tag();
      case Symbology symbology -> symbology.word();
      default -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /// What a section says of one of its settings.
  public static Object value(Record section, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(section);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Judges each setting of a section by itself.
  ///
  /// @throws SettingException for the first that cannot be
  static void check(Record section) {
    for (RecordComponent component : section.getClass().getRecordComponents()) {
      SiteSetting setting = component.getAnnotation(SiteSetting.class);
      if (setting != null) {
        wrong(setting, value(section, component))
            .ifPresent(
                expected -> {
                  throw new SettingException(dashed(component.getName()), expected);
                });
      }
    }
  }

  /// What was expected, where a value cannot be.
  private static Optional<Reason> wrong(SiteSetting setting, Object value) {
    for (Shape shape : setting.is()) {
      if (!shape.fits(value)) {
        return Optional.of(shape.expected());
      }
    }
    List<String> words = words(setting);
    if (!words.isEmpty()) {
      return words.contains(String.valueOf(value))
          ? Optional.empty()
          : Optional.of(Reason.oneOf(words));
    }
    boolean right =
        !(value instanceof Number number)
            || (setting.orZero() && number.doubleValue() == 0)
            || (number.doubleValue() >= setting.least() && number.doubleValue() <= setting.most());
    if (right) {
      return Optional.empty();
    }
    Reason bounds =
        setting.orZero()
            ? Reason.rangeOrZero(setting.least(), setting.most())
            : Reason.range(setting.least(), setting.most());
    return Optional.of(setting.said().isEmpty() ? bounds : bounds.inWords(setting.said()));
  }

  /// What a type expects of a value that it cannot be made of.
  static Reason expected(Class<?> type) {
    if (type.isEnum()) {
      return Reason.oneOf(words(type));
    }
    return EXPECTED.getOrDefault(
        MethodType.methodType(type).unwrap().returnType(),
        Reason.plain("a " + type.getSimpleName().toLowerCase(Locale.ROOT)));
  }
}
