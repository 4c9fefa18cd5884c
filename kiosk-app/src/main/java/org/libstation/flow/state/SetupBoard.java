package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Settings being changed by hand: nothing of it is in the file before it is written.
///
/// @param sheet empty until it was read
/// @param changes values by the keys of the fields, in the order they were chosen
@RecordBuilder
public record SetupBoard(Optional<SetupSheet> sheet, Map<String, String> changes, View view)
    implements SetupBoardBuilder.With {
  /// A path of a file is not longer.
  public static final int LONGEST = 160;

  public SetupBoard {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  public static final SetupBoard READING =
      new SetupBoard(Optional.empty(), Map.of(), View.Groups.unchanged());

  /// What of it is shown.
  public sealed interface View {
    /// All groups, with what became of the last change.
    record Groups(Optional<SetupAnswer.SetupResult> done) implements View {
      /// Before anything was changed.
      public static Groups unchanged() {
        return new Groups(Optional.empty());
      }
    }

    record SetupGroupView(String id) implements View {}

    /// An entry of the list of a group.
    record SetupEntryView(String group, int number) implements View {}

    @RecordBuilder
    record SetupFieldView(String group, String key, String typed, Letters letters)
        implements View, SetupBoardViewSetupFieldViewBuilder.With {
      /// What is typed may be a PIN.
      @Override
      public String toString() {
        return "Field[" + group + ", " + key + ", " + letters + "]";
      }
    }

    /// @param group the device whose port is looked for; empty text = none
    record PortsView(String group, PortBoard board) implements View {}

    /// The answer is awaited.
    record Trying() implements View {}

    record SetupDifferenceView(SetupAnswer.SetupTried tried) implements View {}

    /// It is written, or the station ends to start again.
    record SetupWritingView() implements View {}
  }

  /// Which letters the keyboard has.
  public enum Letters {
    SMALL,
    CAPITALS,
    SIGNS;

    public Letters next() {
      return switch (this) {
        case SMALL -> CAPITALS;
        case CAPITALS -> SIGNS;
        case SIGNS -> SMALL;
      };
    }
  }

  /// Keys alone: a value may be a PIN.
  @Override
  public String toString() {
    return "SetupBoard[" + changes.keySet() + ", " + view + "]";
  }

  public SetupBoard with(Optional<SetupSheet> fresh, View other) {
    return new SetupBoard(fresh, Map.of(), other);
  }

  /// A value that is as it was is no change.
  public SetupBoard changed(String key, String value) {
    Map<String, String> all = new LinkedHashMap<>(changes);
    all.remove(key);
    if (isNew(key)
        || !sheet
            .flatMap(it -> it.field(key))
            .map(SetupSheet.SheetField::value)
            .equals(Optional.of(value))) {
      all.put(key, value);
    }
    return withChanges(all);
  }

  private boolean isNew(String key) {
    return sheet.filter(it -> it.isNew(key)).isPresent();
  }

  /// The numbers of a list's entries, with those that are taken out or new.
  public List<Integer> entries(SetupSheet.Entries list) {
    IntStream changed = changes.keySet().stream().mapToInt(list::number).filter(it -> it >= 0);
    return IntStream.concat(IntStream.range(0, list.items().size()), changed)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }

  public boolean isOut(SetupSheet.Entries list, int number) {
    return changes.containsKey(list.key(number));
  }

  /// With one more entry.
  public SetupBoard added(SetupSheet.Entries list) {
    List<Integer> numbers = entries(list);
    int number = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
    Map<String, String> all = new LinkedHashMap<>(changes);
    list.entry(number).stream()
        .filter(field -> !field.value().isEmpty())
        .forEach(field -> all.put(field.key(), field.value()));
    return withChanges(all);
  }

  /// Without an entry; one that is new leaves nothing behind. What was taken out is kept again.
  public SetupBoard out(SetupSheet.Entries list, int number) {
    Map<String, String> all = new LinkedHashMap<>(changes);
    boolean was = isOut(list, number);
    all.keySet().removeIf(key -> list.number(key) == number);
    if (!was && number < list.items().size()) {
      all.put(list.key(number), SetupSheet.Entries.OUT);
    }
    return withChanges(all);
  }

  /// How many things are changed: a new entry is one.
  public int count() {
    return (int)
        changes.keySet().stream()
            .map(
                key ->
                    sheet
                        .filter(it -> it.isNew(key))
                        .flatMap(it -> it.list(key))
                        .map(list -> list.key(list.number(key)))
                        .orElse(key))
            .distinct()
            .count();
  }

  /// Whether what was found at a port can be the device of a group: a printer is no pad.
  public boolean fits(String group, PortBoard.PortLine line) {
    return line.model().isEmpty()
        || sheet
            .flatMap(it -> it.field(new SettingName.DevicePart(group, "model").key()))
            .filter(field -> field.choices().contains(line.model()))
            .isPresent();
  }

  /// The value of a field as it would be.
  public String value(SetupSheet.SheetField field) {
    return changes.getOrDefault(field.key(), field.value());
  }

  /// How many changes are within a group.
  public int changed(SetupSheet.Group group) {
    return (int)
        changes.keySet().stream()
            .filter(
                key ->
                    group.fields().stream().anyMatch(field -> field.key().equals(key))
                        || group.entries().filter(list -> list.number(key) >= 0).isPresent())
            .count();
  }
}
