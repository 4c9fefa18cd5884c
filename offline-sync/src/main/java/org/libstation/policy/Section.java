package org.libstation.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.libstation.policy.PolicyReading.PolicyFault;
import org.libstation.policy.document.Value;

/// Named values of a policy being read. They are taken one by one; what nobody took is unknown. A
/// fault is noted and reading goes on with something in its place, which never leaves the reader.
final class Section {
  private final ReadingNotes notes;
  private final String where;
  private final Value.ValueFields fields;
  private final Set<String> taken = new HashSet<>();

  /// What is noted while a document is read.
  static final class ReadingNotes {
    private final String file;
    private final List<PolicyFault> faults = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();

    ReadingNotes(String file) {
      this.file = file;
    }

    void fault(int line, String rule, String words) {
      faults.add(new PolicyFault(file, line, rule, words));
    }

    /// All faults in the order of lines, with one for each value that nobody asked for.
    List<PolicyFault> all() {
      sections.forEach(Section::noteUnknown);
      return faults.stream().sorted(Comparator.comparingInt(PolicyFault::line)).distinct().toList();
    }
  }

  private Section(ReadingNotes notes, String where, Value.ValueFields fields) {
    this.notes = notes;
    this.where = where;
    this.fields = fields;
    notes.sections.add(this);
  }

  /// The whole document.
  static Section of(ReadingNotes notes, Value document) {
    if (document instanceof Value.ValueFields fields) {
      return new Section(notes, "", fields);
    }
    notes.fault(document.line(), "", "expected names with values");
    return new Section(notes, "", new Value.ValueFields(document.line(), Map.of()));
  }

  int line() {
    return fields.line();
  }

  String path(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }

  boolean has(String key) {
    return fields.fields().containsKey(key);
  }

  void fault(String key, String words) {
    Value.ValueField field = fields.fields().get(key);
    notes.fault(field == null ? line() : field.line(), path(key), words);
  }

  /// A fault of the whole section.
  void fault(String words) {
    notes.fault(line(), where, words);
  }

  /// A fault of something that was read, by its names in the document; an entry of a list goes by
  /// its number from 1 in brackets: `[2]`. Of a path that leads nowhere the last known line is
  /// told.
  void faultAt(String words, String... path) {
    Value value = fields;
    int line = line();
    StringBuilder told = new StringBuilder(where);
    for (String name : path) {
      Optional<Value.ValueField> next = step(value, name);
      line = next.map(Value.ValueField::line).orElse(line);
      value = next.map(Value.ValueField::value).orElse(value);
      told.append(told.isEmpty() || name.startsWith("[") ? "" : ".").append(name);
    }
    notes.fault(line, told.toString(), words);
  }

  private static Optional<Value.ValueField> step(Value value, String name) {
    return switch (value) {
      case Value.Scalar _ -> Optional.empty();
      case Value.ValueFields inner -> Optional.ofNullable(inner.fields().get(name));
      case Value.Items items -> {
        String number = name.replaceAll("[\\[\\]]", "");
        boolean fits =
            number.matches("[1-9]\\d{0,5}") && Integer.parseInt(number) <= items.values().size();
        yield fits
            ? Optional.of(items.values().get(Integer.parseInt(number) - 1))
                .map(found -> new Value.ValueField(found.line(), found))
            : Optional.empty();
      }
    };
  }

  /// A value that must be there.
  ///
  /// @param expected what would be right, in words
  /// @param instead goes on in its place when it is missing or wrong
  <T> T needed(String key, String expected, Function<String, Optional<T>> read, T instead) {
    if (!has(key)) {
      taken.add(key);
      fault(key, "expected " + expected + ", it is missing");
      return instead;
    }
    return optional(key, expected, read).orElse(instead);
  }

  /// A value that may be missing.
  <T> Optional<T> optional(String key, String expected, Function<String, Optional<T>> read) {
    taken.add(key);
    Value.ValueField field = fields.fields().get(key);
    return field == null
        ? Optional.empty()
        : scalar(field.value(), field.line(), path(key), expected, read);
  }

  private <T> Optional<T> scalar(
      Value value, int line, String path, String expected, Function<String, Optional<T>> read) {
    if (value instanceof Value.Scalar scalar && !scalar.text().isEmpty()) {
      Optional<T> found = read.apply(scalar.text());
      if (found.isEmpty()) {
        notes.fault(line, path, "expected " + expected + ", found \"" + scalar.text() + "\"");
      }
      return found;
    }
    String found = value instanceof Value.Scalar ? "nothing" : "several values";
    notes.fault(line, path, "expected " + expected + ", found " + found);
    return Optional.empty();
  }

  /// Values in a list; a single one may stand without it. Missing is empty.
  <T> List<T> list(String key, String expected, Function<String, Optional<T>> read) {
    taken.add(key);
    Value.ValueField field = fields.fields().get(key);
    if (field == null) {
      return List.of();
    }
    List<Value> values =
        field.value() instanceof Value.Items items ? items.values() : List.of(field.value());
    return values.stream()
        .flatMap(value -> scalar(value, value.line(), path(key), expected, read).stream())
        .toList();
  }

  /// Whether a name has this word as its value; then it is taken.
  boolean says(String key, String word) {
    Value.ValueField field = fields.fields().get(key);
    boolean says =
        field != null && field.value() instanceof Value.Scalar found && found.text().equals(word);
    if (says) {
      taken.add(key);
    }
    return says;
  }

  /// Where what stands here comes from.
  Origin origin() {
    return new Origin(
        optional("source", "text", PolicyValues::text),
        optional("toBeConfirmed", "text", PolicyValues::text));
  }

  /// Names in a list, or the word for all of them, which is empty; so is missing.
  Set<String> namesOrAll(String key) {
    List<String> names = list(key, "names in a list, or all", PolicyValues::text);
    if (names.equals(List.of("all"))) {
      return Set.of();
    }
    if (has(key) && names.isEmpty()) {
      fault(key, "expected names in a list, or all, found nothing");
    }
    return Set.copyOf(names);
  }

  /// The values under a name; none when it is missing.
  Optional<Section> part(String key) {
    taken.add(key);
    Value.ValueField field = fields.fields().get(key);
    return field == null ? Optional.empty() : section(field.value(), path(key));
  }

  /// The values under a name; a section without any when it is missing.
  Section partOrNothing(String key) {
    return part(key).orElseGet(() -> nothing(key));
  }

  /// A section without any values, whatever stands under the name.
  Section nothing(String key) {
    return new Section(notes, path(key), nothing());
  }

  /// The values under a name that must be there.
  Section section(String key) {
    if (!has(key)) {
      fault(key, "it is missing");
    }
    return partOrNothing(key);
  }

  /// Values in a list, each with names of its own. Missing is empty.
  List<Section> sections(String key) {
    taken.add(key);
    Value.ValueField field = fields.fields().get(key);
    if (field == null) {
      return List.of();
    }
    if (!(field.value() instanceof Value.Items items)) {
      fault(key, "expected a list (lines that begin with \"-\")");
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (Value value : items.values()) {
      section(value, path(key) + "[" + (sections.size() + 1) + "]").ifPresent(sections::add);
    }
    return sections;
  }

  /// Names that are not known beforehand. Missing is empty.
  Map<String, Section> named(String key) {
    Map<String, Section> named = new LinkedHashMap<>();
    part(key)
        .ifPresent(
            all ->
                all.keys().forEach(name -> all.part(name).ifPresent(one -> named.put(name, one))));
    return named;
  }

  /// Its names, in the order of the document.
  List<String> keys() {
    return List.copyOf(fields.fields().keySet());
  }

  private Optional<Section> section(Value value, String path) {
    if (value instanceof Value.ValueFields inner) {
      return Optional.of(new Section(notes, path, inner));
    }
    notes.fault(value.line(), path, "expected names with values");
    return Optional.empty();
  }

  private Value.ValueFields nothing() {
    return new Value.ValueFields(line(), Map.of());
  }

  private String neighbour(String key) {
    Set<String> missing = new HashSet<>(taken);
    missing.removeAll(fields.fields().keySet());
    if (key.equals("until") && taken.contains("to")) {
      return "; is it to? (the first day after it, a date like 2026-12-25, or open)";
    }
    return Misspelt.nearest(key, missing).map(name -> "; is it " + name + "?").orElse("");
  }

  private void noteUnknown() {
    fields
        .fields()
        .forEach(
            (key, field) -> {
              if (!taken.contains(key)) {
                notes.fault(field.line(), path(key), "it is not known here" + neighbour(key));
              }
            });
  }
}
