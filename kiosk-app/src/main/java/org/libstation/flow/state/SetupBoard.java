package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Settings while somebody changes them by hand. No change is in the file before it is written.
///
/// @param sheet empty until it was read
/// @param changes new values by the keys of their fields, in the order of choice
@RecordBuilder
public record SetupBoard(Optional<SetupSheet> sheet, Map<String, String> changes, View view)
    implements SetupBoardBuilder.With {
  /// Longest value that can be typed, in characters; enough for a file's path.
  public static final int LONGEST = 160;

  public SetupBoard {
    changes = Collections.unmodifiableMap(new LinkedHashMap<>(changes));
  }

  public static final SetupBoard READING =
      new SetupBoard(Optional.empty(), Map.of(), View.Groups.unchanged());

  /// The page that is shown.
  public sealed interface View {
    /// All groups, with the result of the last change.
    record Groups(Optional<SetupAnswer.SetupResult> done) implements View {
      /// Returns the page before any change.
      public static Groups unchanged() {
        return new Groups(Optional.empty());
      }
    }

    record SetupGroupView(String id) implements View {}

    /// An entry of a group's list.
    record SetupEntryView(String group, int number) implements View {}

    /// The page of one value, on which it is chosen or typed.
    @RecordBuilder
    record SetupFieldView(String group, String key, String typed, Letters letters)
        implements View, SetupBoardViewSetupFieldViewBuilder.With {
      /// Leaves out the typed text, because it may be a PIN.
      @Override
      public String toString() {
        return "Field[" + group + ", " + key + ", " + letters + "]";
      }
    }

    /// @param group the device whose port is searched; empty text if none
    record PortsView(String group, PortBoard board) implements View {}

    /// Waits for the result of the trial.
    record Trying() implements View {}

    record SetupDifferenceView(SetupAnswer.SetupTried tried) implements View {}

    /// The file is being written, or the station is restarting.
    record SetupWritingView() implements View {}
  }

  /// Characters that the keyboard shows.
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

  /// Shows keys only, because a value may be a PIN.
  @Override
  public String toString() {
    return "SetupBoard[" + changes.keySet() + ", " + view + "]";
  }

  public SetupBoard with(Optional<SetupSheet> fresh, View other) {
    return new SetupBoard(fresh, Map.of(), other);
  }

  /// Sets a value. A value equal to the present one removes the change.
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

  /// Returns the numbers of a list's entries, including removed and new ones.
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

  /// Adds an entry to the list.
  public SetupBoard added(SetupSheet.Entries list) {
    List<Integer> numbers = entries(list);
    int number = numbers.isEmpty() ? 0 : numbers.getLast() + 1;
    Map<String, String> all = new LinkedHashMap<>(changes);
    list.entry(number).stream()
        .filter(field -> !field.value().isEmpty())
        .forEach(field -> all.put(field.key(), field.value()));
    return withChanges(all);
  }

  /// Removes an entry; a new one leaves no trace. Called for a removed entry, it restores that
  /// entry.
  public SetupBoard out(SetupSheet.Entries list, int number) {
    Map<String, String> all = new LinkedHashMap<>(changes);
    boolean was = isOut(list, number);
    all.keySet().removeIf(key -> list.number(key) == number);
    if (!was && number < list.items().size()) {
      all.put(list.key(number), SetupSheet.Entries.OUT);
    }
    return withChanges(all);
  }

  /// Number of changes; a new entry counts as one.
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

  /// Whether a device found at a port can be the device of a group; for example, a printer cannot
  /// be the pad.
  public boolean fits(String group, PortBoard.PortLine line) {
    return line.model().isEmpty()
        || sheet
            .flatMap(it -> it.field(new SettingName.DevicePart(group, "model").key()))
            .filter(field -> field.choices().contains(line.model()))
            .isPresent();
  }

  /// Returns the value of a field with the changes applied.
  public String value(SetupSheet.SheetField field) {
    return changes.getOrDefault(field.key(), field.value());
  }

  /// Number of changed keys in a group.
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
