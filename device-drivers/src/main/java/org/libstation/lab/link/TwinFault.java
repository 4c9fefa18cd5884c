package org.libstation.lab.link;

import java.util.List;
import java.util.Locale;

/// Description of one fault that a [Twin] can have. It is data, so that a check can try all faults
/// and a person can be shown a list.
///
/// @param name one word without spaces, such as `pull-away`
/// @param words the effect, for a person
/// @param arguments an example of each argument in order that always works (`E004015012345678`,
///   `2`); empty if the fault takes none
public record TwinFault(String name, String words, List<String> arguments) {
  /// Tag identifier in the examples. It stands for a tag that is in the field when the fault is
  /// brought about.
  public static final String SOME_TAG = "E004015012345678";

  public TwinFault {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException("not the name of a fault: " + name);
    }
    arguments = List.copyOf(arguments);
  }

  /// Makes the fault of an enum constant: its name in small letters with hyphens.
  ///
  /// @param arguments with blanks between them
  public static TwinFault of(Enum<?> constant, String words, String arguments) {
    String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new TwinFault(
        name, words, arguments.isEmpty() ? List.of() : List.of(arguments.split(" ", -1)));
  }

  /// The fault as a person types it, with its example arguments.
  public String example() {
    return arguments.isEmpty() ? name : name + " " + String.join(" ", arguments);
  }
}
