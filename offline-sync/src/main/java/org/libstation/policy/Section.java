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

/// Named values of a policy that is being read. A value that is never read is reported as unknown.
/// After a fault, reading goes on with a substitute value, which never leaves the reader.
final class Section {
  private final ReadingNotes notes;
  private final String where;
  private final Value.ValueFields fields;
  private final Set<String> taken = new HashSet<>();

  /// The faults and sections collected while a document is read.
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

    /// All faults in the order of lines, including one for each value that was never read.
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

  /// The section of the whole document.
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

  /// Notes a fault of the whole section.
  void fault(String words) {
    notes.fault(line(), where, words);
  }

  /// Notes a fault of a value by its path in the document. An entry of a list goes by its number
  /// from 1 in brackets: `[2]`. If the path leads nowhere, the fault names the last known line.
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

  /// Reads a value that must be present.
  ///
  /// @param expected what would be right, in words
  /// @param instead substitute if the value is missing or wrong
  <T> T needed(String key, String expected, Function<String, Optional<T>> read, T instead) {
    if (!has(key)) {
      taken.add(key);
      fault(key, "expected " + expected + ", it is missing");
      return instead;
    }
    return optional(key, expected, read).orElse(instead);
  }

  /// Reads a value that may be missing.
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

  /// Reads the values of a list. A single value may stand without a list. A missing list is empty.
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

  /// Whether this name has this word as its value; if so, it counts as read.
  boolean says(String key, String word) {
    Value.ValueField field = fields.fields().get(key);
    boolean says =
        field != null && field.value() instanceof Value.Scalar found && found.text().equals(word);
    if (says) {
      taken.add(key);
    }
    return says;
  }

  /// Reads the source of this section.
  Origin origin() {
    return new Origin(
        optional("source", "text", PolicyValues::text),
        optional("toBeConfirmed", "text", PolicyValues::text));
  }

  /// Reads the names of a list. The result is empty for `all`, and for a missing list.
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

  /// The section under a name; empty if it is missing.
  Optional<Section> part(String key) {
    taken.add(key);
    Value.ValueField field = fields.fields().get(key);
    return field == null ? Optional.empty() : section(field.value(), path(key));
  }

  /// The section under a name; a section without values if it is missing.
  Section partOrNothing(String key) {
    return part(key).orElseGet(() -> nothing(key));
  }

  /// A section without values, whatever the document has under this name.
  Section nothing(String key) {
    return new Section(notes, path(key), nothing());
  }

  /// The section under a name that must be present; a section without values if it is missing.
  Section section(String key) {
    if (!has(key)) {
      fault(key, "it is missing");
    }
    return partOrNothing(key);
  }

  /// The sections of a list. A missing list is empty.
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

  /// Sections whose names the document chooses. A missing part is empty.
  Map<String, Section> named(String key) {
    Map<String, Section> named = new LinkedHashMap<>();
    part(key)
        .ifPresent(
            all ->
                all.keys().forEach(name -> all.part(name).ifPresent(one -> named.put(name, one))));
    return named;
  }

  /// The section's names, in the order of the document.
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
