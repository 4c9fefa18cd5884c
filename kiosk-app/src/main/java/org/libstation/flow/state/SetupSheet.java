package org.libstation.flow.state;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Those settings of a site that can be changed on the screen, with their present values. The sheet
/// contains no secret.
///
/// @param back when the version that *go back* restores was replaced; empty if there is none
/// @param restarts whether another program restarts the station when it ends
public record SetupSheet(List<Group> groups, Optional<OffsetDateTime> back, boolean restarts) {
  public SetupSheet {
    groups = List.copyOf(groups);
  }

  /// @param id a device's name in the settings, or a section
  /// @param device whether the group is a device
  /// @param level who may change the settings
  /// @param entries the group's list; empty if it has none
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

  /// A list in the file. Its entries are numbered from 0 in the file's order; new ones follow.
  ///
  /// @param key key of the list; `KEY.2.is` is a value of its third entry, `KEY.2` the entry itself
  /// @param items the values of each entry, in the order of `blank`
  /// @param blank the values of a new entry, each with its key within the entry
  public record Entries(String key, List<List<SheetField>> items, List<SheetField> blank) {
    /// Value of an entry's key that marks the entry as removed.
    public static final String OUT = "none";

    public Entries {
      items = List.copyOf(items);
      blank = List.copyOf(blank);
    }

    /// Returns the values of an entry.
    public List<SheetField> entry(int number) {
      return number < items.size()
          ? items.get(number)
          : blank.stream().map(field -> field.within(key(number))).toList();
    }

    public String key(int number) {
      return key + "." + number;
    }

    /// Returns the number of the entry that a key belongs to or names; -1 if none.
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
    /// The program's default: the file does not have the key.
    PROGRAM,
    /// Given on the command line at the start. It overrides the file, so that writing cannot change
    /// it.
    COMMAND_LINE
  }

  /// How the value is entered.
  public enum FieldKind {
    CHOICE,
    NUMBER,
    TEXT,
    /// Typed text is not shown. The file receives only what stands for it.
    SECRET
  }

  /// @param key without `station.`; parts of a device's address have keys of their own, such as
  ///   `devices.pad.port`
  /// @param line in the file `station.yaml`; 0 if none
  /// @param choices the permitted values, if only some words are possible
  /// @param expected what is permitted, if that is known before typing
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

  /// Whether a key belongs to a group, or to an entry of its list.
  public boolean isOf(String id, String key) {
    return group(id).stream().flatMap(group -> field(group, key)).findAny().isPresent();
  }

  /// Returns the list that a key belongs to.
  Optional<Entries> list(String key) {
    return groups.stream()
        .flatMap(group -> group.entries().stream())
        .filter(list -> list.number(key) >= 0)
        .findFirst();
  }

  /// Whether a key belongs to an entry that is not in the file yet.
  boolean isNew(String key) {
    return list(key).filter(list -> list.number(key) >= list.items().size()).isPresent();
  }
}
