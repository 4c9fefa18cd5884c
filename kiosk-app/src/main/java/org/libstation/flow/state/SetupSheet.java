package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Those of a site's settings that can be changed on the screen, as they are. No secret is among
/// them.
///
/// @param back when the version was replaced that going back leads to; empty where there is none
/// @param restarts whether something starts the station again when it ends
public record SetupSheet(List<Group> groups, Optional<OffsetDateTime> back, boolean restarts) {
  public SetupSheet {
    groups = List.copyOf(groups);
  }

  /// @param id a device by its name in the settings, or a section
  /// @param device whether it is a device
  /// @param level who may change it
  /// @param entries what it has a list of; empty where it has none
  public record Group(
      String id,
      boolean device,
      StaffLevel level,
      List<SheetField> fields,
      Optional<Entries> entries) {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /// A list of the file. Its entries are numbered from 0 as they stand there; a new one has a
  /// number behind them.
  ///
  /// @param key of the list; `KEY.2.is` is a value of its third entry, `KEY.2` the entry itself
  /// @param items the values of each, in the order of `blank`
  /// @param blank the values of a new one, each with its key within the entry
  public record Entries(String key, List<List<SheetField>> items, List<SheetField> blank) {
    /// As the value of an entry: it is taken out.
    public static final String OUT = "none";

    public Entries {
      items = List.copyOf(items);
      blank = List.copyOf(blank);
    }

    /// The values of one of them.
    public List<SheetField> entry(int number) {
      return number < items.size()
          ? items.get(number)
          : blank.stream().map(field -> field.within(key(number))).toList();
    }

    public String key(int number) {
      return key + "." + number;
    }

    /// Which entry a key is in, or is; -1 = none.
    public int number(String of) {
      if (!of.startsWith(key + ".")) {
        return -1;
      }
      String rest = of.substring(key.length() + 1);
      String number = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
      return number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : -1;
    }
  }

  /// Where a value comes from.
  public enum SettingSource {
    FILE,
    /// The program's own: the file does not have the key.
    PROGRAM,
    /// It was given at the start and goes before the file: nothing that is written changes it.
    COMMAND_LINE
  }

  /// How it is given.
  public enum FieldKind {
    CHOICE,
    NUMBER,
    TEXT,
    /// What is typed is not shown, and only what stands for it is written.
    SECRET
  }

  /// @param key without `station.`; what stands in a device's address has keys of its own, such as
  ///   `devices.pad.port`
  /// @param line of the file `station.yaml`; 0 = none
  /// @param choices what it may be, where only some words are possible
  /// @param expected what it must be, where it is known before it is typed
  @RecordBuilder
  public record SheetField(
      String key,
      String value,
      SettingSource source,
      int line,
      FieldKind kind,
      List<String> choices,
      Optional<CheckBoard.CheckMessage> expected)
      implements SetupSheetSheetFieldBuilder.With {
    public SheetField {
      choices = List.copyOf(choices);
    }

    public SettingName name() {
      return SettingName.of(key);
    }

    SheetField within(String entry) {
      return withKey(entry + "." + key);
    }
  }

  public Optional<Group> group(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  public Optional<SheetField> field(String key) {
    return groups.stream().flatMap(group -> field(group, key)).findFirst();
  }

  private static Stream<SheetField> field(Group group, String key) {
    Stream<SheetField> within =
        group.entries().stream()
            .filter(list -> list.number(key) >= 0)
            .flatMap(list -> list.entry(list.number(key)).stream());
    return Stream.concat(group.fields().stream(), within).filter(it -> it.key().equals(key));
  }

  /// Whether a key is of a group, or of an entry of its list.
  public boolean isOf(String id, String key) {
    return group(id).stream().flatMap(group -> field(group, key)).findAny().isPresent();
  }

  /// The list that a key is in.
  Optional<Entries> list(String key) {
    return groups.stream()
        .flatMap(group -> group.entries().stream())
        .filter(list -> list.number(key) >= 0)
        .findFirst();
  }

  /// Whether a key is of an entry that is not in the file yet.
  boolean isNew(String key) {
    return list(key).filter(list -> list.number(key) >= list.items().size()).isPresent();
  }
}
