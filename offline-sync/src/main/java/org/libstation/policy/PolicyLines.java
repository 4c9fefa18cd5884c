package org.libstation.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.libstation.policy.PolicyReading.Fault;

/// The lines of a policy file: `key = value`, lists with commas, `#` begins a comment line. Each
/// key stands once. Values are taken one by one; what nobody took is an unknown key.
final class PolicyLines {
  private record Line(int number, String value) {}

  private final String file;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();

  PolicyLines(String file, String text) {
    this.file = file;
    int number = 0;
    for (String raw : text.lines().toList()) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 1) {
        faults.add(new Fault(file, number, "(no key)", "key = value", line));
        continue;
      }
      String key = line.substring(0, equals).strip();
      String value = line.substring(equals + 1).strip();
      if (lines.putIfAbsent(key, new Line(number, value)) != null) {
        faults.add(new Fault(file, number, key, "each key once", value));
      }
    }
  }

  /// The value of a key that must be there, read by `read`, which answers nothing when the text is
  /// wrong. Empty when missing or wrong: that is a fault then.
  <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> read) {
    taken.add(key);
    Line line = lines.get(key);
    if (line == null || line.value().isEmpty()) {
      faults.add(new Fault(file, line == null ? 0 : line.number(), key, expected, ""));
      return Optional.empty();
    }
    Optional<T> value = read.apply(line.value());
    if (value.isEmpty()) {
      faults.add(new Fault(file, line.number(), key, expected, line.value()));
    }
    return value;
  }

  /// A value that may be left open.
  record Choice<T>(Optional<T> value) {}

  /// Like [#required], but a certain word leaves the value open.
  <T> Optional<Choice<T>> requiredOr(
      String word, String key, String expected, Function<String, Optional<T>> read) {
    return required(
        key,
        expected + ", or " + word,
        text -> {
          if (text.equals(word)) {
            return Optional.of(new Choice<>(Optional.empty()));
          }
          return read.apply(text).map(value -> new Choice<>(Optional.of(value)));
        });
  }

  /// A value that each part of its comma separated list was read into; `none` is the empty list.
  <T> Optional<List<T>> requiredList(
      String key, String expected, Function<String, Optional<T>> read) {
    return required(key, expected + ", with commas, or none", text -> list(text, read));
  }

  private static <T> Optional<List<T>> list(String text, Function<String, Optional<T>> read) {
    if (text.equals("none")) {
      return Optional.of(List.of());
    }
    List<T> values = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Optional<T> value = part.isBlank() ? Optional.empty() : read.apply(part.strip());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /// The middle parts of keys `family.NAME.…`, in the order of their names.
  Set<String> names(String family) {
    Set<String> names = new TreeSet<>();
    for (String key : lines.keySet()) {
      String[] parts = key.split("\\.", 3);
      if (parts.length == 3 && parts[0].equals(family)) {
        names.add(parts[1]);
      }
    }
    return names;
  }

  /// A fault in a value that was readable by itself but does not fit the rest.
  void fault(String key, String expected) {
    Line line = lines.get(key);
    faults.add(
        new Fault(
            file,
            line == null ? 0 : line.number(),
            key,
            expected,
            line == null ? "" : line.value()));
  }

  /// All faults, with a fault for each key that nobody asked for.
  List<Fault> faults() {
    List<Fault> all = new ArrayList<>(faults);
    lines.forEach(
        (key, line) -> {
          if (!taken.contains(key)) {
            all.add(new Fault(file, line.number(), key, "a known key", line.value()));
          }
        });
    all.sort(Comparator.comparingInt(Fault::line));
    return all;
  }
}
