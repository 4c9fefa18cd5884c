package org.libstation.flow;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// Those of a site's settings that can be changed on the screen, as they are. No secret is among
/// them.
///
/// @param back when the version was replaced that going back leads to; empty where there is none
/// @param kept how many former versions there are
/// @param restarts whether something starts the station again when it ends
public record SetupSheet(
    List<Group> groups, Optional<OffsetDateTime> back, int kept, boolean restarts) {
  public SetupSheet {
    groups = List.copyOf(groups);
  }

  /// @param id a device by its name in the settings, or a section
  /// @param device whether it is a device
  /// @param level who may change it
  public record Group(String id, boolean device, StaffLevel level, List<Field> fields) {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /// Where a value comes from.
  public enum Source {
    FILE,
    /// The program's own: the file does not have the key.
    PROGRAM,
    /// It was given at the start and goes before the file: nothing that is written changes it.
    COMMAND_LINE
  }

  /// How it is given.
  public enum Kind {
    CHOICE,
    NUMBER,
    TEXT
  }

  /// @param key without `station.`; what stands in a device's address has keys of its own, such as
  ///   `devices.pad.port`
  /// @param name what it is, as a key of the text files
  /// @param line of the file `station.yaml`; 0 = none
  /// @param choices what it may be, where only some words are possible
  public record Field(
      String key,
      String name,
      String value,
      Source source,
      int line,
      Kind kind,
      List<String> choices) {
    public Field {
      choices = List.copyOf(choices);
    }
  }

  public Optional<Group> group(String id) {
    return groups.stream().filter(group -> group.id().equals(id)).findFirst();
  }

  public Optional<Field> field(String key) {
    return groups.stream()
        .flatMap(group -> group.fields().stream())
        .filter(field -> field.key().equals(key))
        .findFirst();
  }
}
