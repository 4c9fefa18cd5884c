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

/// A key of a settings file, as its record component describes it. Nothing else defines which
/// values are allowed, how they are written and ordered, and who may change and see them.
///
/// @param path below the root, with a list entry by its number and a map entry by its name
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

  /// Finds the key at a path; empty if the records have none. A name in a map of texts may contain
  /// dots.
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

  /// Whether an entry may have this name or number.
  private static boolean holds(RecordComponent many, String name) {
    List<String> names = entryNames(many);
    return isMany(many.getType()) && (names.isEmpty() || names.contains(name));
  }

  /// The names directly below a path, in the order of their record, which is the usual order in a
  /// file. Empty if the site chooses the names.
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

  /// The longest part of a path that the records know.
  static List<String> known(Class<?> root, List<String> path) {
    return IntStream.range(0, path.size())
        .filter(size -> at(root, path.subList(0, size + 1)).isEmpty())
        .mapToObj(size -> path.subList(0, size))
        .findFirst()
        .orElse(path);
  }

  /// The only names that entries of this map may have; empty if the site chooses them.
  List<String> entryNames() {
    return name().equals(path.getLast()) ? entryNames(component) : List.of();
  }

  /// Whether this is one text in each language, keyed by language tag.
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

  /// Whether this is a single value with nothing below it.
  boolean isOneValue() {
    return !isMany(type()) && !type().isRecord() && name().equals(path.getLast());
  }

  /// All keys of a record that the form shows in this group. Keys of the section with the group's
  /// name come first, texts in three languages last.
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

  /// Shapes that a value must have, besides its type and bounds.
  public List<Shape> shapes() {
    return setting().map(it -> List.of(it.is())).orElse(List.of());
  }

  /// Lower and upper bound of a number, for the texts; empty if it has no bounds.
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

  /// The element type of a list or the value type of a map.
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

  /// The record type of the entries of a list or map; empty if the entries are no records.
  private static Optional<Class<?>> entry(RecordComponent component) {
    return held(component).filter(Class::isRecord);
  }

  /// Converts a component name to the file's form: `closeAtPercent` becomes `close-at-percent`.
  public static String dashed(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /// The key's own name within its section.
  public String name() {
    return dashed(component.getName());
  }

  /// The full name below the root.
  public String key() {
    return String.join(".", path);
  }

  /// The full name without the number of a word in a list of words, because the whole list is one
  /// setting.
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

  /// Whether this is a list whose entries are records.
  public boolean isList() {
    return type() == List.class && entry(component).isPresent();
  }

  /// Who may see the value.
  public SiteSetting.Hidden hidden() {
    return setting().map(SiteSetting::hidden).orElse(SiteSetting.Hidden.NEVER);
  }

  /// Which values of the site a form offers for this key.
  public SiteSetting.Offered offers() {
    return setting().map(SiteSetting::offers).orElse(SiteSetting.Offered.NOTHING);
  }

  /// The default value; empty if the file must contain this key.
  public Optional<String> fallback() {
    Class<?> section = component.getDeclaringRecord();
    int at = names(section).indexOf(name());
    return Arrays.stream(section.getDeclaredConstructors())
        .filter(it -> it.getParameterCount() == section.getRecordComponents().length)
        .flatMap(it -> Stream.ofNullable(it.getParameters()[at].getAnnotation(DefaultValue.class)))
        .map(it -> String.join(", ", it.value()))
        .findFirst();
  }

  /// The value in a new list entry.
  public String begins() {
    return setting()
        .map(SiteSetting::begins)
        .filter(it -> !it.isEmpty())
        .or(this::fallback)
        .orElse("");
  }

  /// Whether an entry may omit this key if the value is empty or the default.
  public boolean canLack() {
    return fallback().isPresent() && setting().filter(it -> !it.begins().isEmpty()).isEmpty();
  }

  /// The allowed words; empty if other values are allowed too.
  public List<String> choices() {
    if (type() == boolean.class) {
      return List.of("true", "false");
    }
    if (type() == List.class) {
      return held(component).filter(Class::isEnum).map(this::sets).orElse(List.of());
    }
    return type().isEnum() ? words(type()) : setting().map(SettingKey::words).orElse(List.of());
  }

  /// All non-empty sets of an enum's words: first the default of a new entry, then smaller sets
  /// before larger ones.
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

  /// The kind of form field for this key.
  public FieldKind kind() {
    if (hidden() == SiteSetting.Hidden.ALWAYS) {
      return FieldKind.SECRET;
    }
    boolean number = type().isPrimitive() && type() != boolean.class;
    return !choices().isEmpty() ? FieldKind.CHOICE : number ? FieldKind.NUMBER : FieldKind.TEXT;
  }

  /// How the value is written into the file.
  public As as() {
    if (type() == List.class) {
      return As.WORDS;
    }
    return type().isPrimitive() || type().isEnum() ? As.WORD : As.TEXT;
  }

  /// The words that stand for an enum's constants in a file.
  public static List<String> words(Class<?> type) {
    return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
        .map(constant -> word((Enum<?>) constant))
        .toList();
  }

  private static List<String> words(SiteSetting setting) {
    return Stream.concat(Arrays.stream(setting.words()), words(setting.orOf()).stream()).toList();
  }

  /// The word that stands for an enum's constant in a file.
  public static String word(Enum<?> constant) {
    return switch (constant) {
      case Language language -> language.tag();
      case Symbology symbology -> symbology.word();
      default -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /// Reads a setting's value from its section; an empty text for null.
  public static Object value(Record section, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      Object value = component.getAccessor().invoke(section);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Checks each setting of a section separately.
  ///
  /// @throws SettingException for the first wrong value
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

  /// What was expected, if the value is wrong; empty if it is right.
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

  /// What a type expects, for a value that cannot be converted to it.
  static Reason expected(Class<?> type) {
    if (type.isEnum()) {
      return Reason.oneOf(words(type));
    }
    return EXPECTED.getOrDefault(
        MethodType.methodType(type).unwrap().returnType(),
        Reason.plain("a " + type.getSimpleName().toLowerCase(Locale.ROOT)));
  }
}
