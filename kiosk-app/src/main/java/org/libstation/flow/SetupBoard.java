package org.libstation.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings being changed by hand: nothing of it is in the file before it is written.
///
/// @param sheet empty until it was read
/// @param changes values by the keys of the fields, in the order they were chosen
public record SetupBoard(Optional<SetupSheet> sheet, Map<String, String> changes, View view) {
  /// A path of a file is not longer.
  static final int LONGEST = 160;

  public SetupBoard {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  static final SetupBoard READING = new SetupBoard(Optional.empty(), Map.of(), new View.Groups());

  /// What of it is shown.
  public sealed interface View {
    /// All groups, with what became of the last change.
    record Groups(Optional<SetupAnswer.Done> done) implements View {
      public Groups() {
        this(Optional.empty());
      }
    }

    record Group(String id) implements View {}

    /// @param capitals which letters the keyboard has
    record Field(String group, String key, String typed, boolean capitals) implements View {}

    /// @param group the device whose port is looked for; empty text = none
    record Ports(String group, PortBoard board) implements View {}

    /// The answer is awaited.
    record Trying() implements View {}

    record Difference(SetupAnswer.Tried tried) implements View {}

    /// It is written, or the station ends to start again.
    record Writing() implements View {}
  }

  SetupBoard showing(View other) {
    return new SetupBoard(sheet, changes, other);
  }

  SetupBoard with(Optional<SetupSheet> fresh, View other) {
    return new SetupBoard(fresh, Map.of(), other);
  }

  /// A value that is as it was is no change.
  SetupBoard changed(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(changes);
    all.remove(key);
    boolean same =
        sheet.flatMap(it -> it.field(key)).filter(it -> it.value().equals(value)).isPresent();
    if (!same) {
      all.put(key, value);
    }
    return new SetupBoard(sheet, all, view);
  }

  /// The value of a field as it would be.
  public String value(SetupSheet.Field field) {
    return changes.getOrDefault(field.key(), field.value());
  }

  /// The changes within a group.
  public List<String> changed(SetupSheet.Group group) {
    List<String> keys = new ArrayList<>();
    group.fields().stream()
        .map(SetupSheet.Field::key)
        .filter(changes::containsKey)
        .forEach(keys::add);
    return keys;
  }
}
