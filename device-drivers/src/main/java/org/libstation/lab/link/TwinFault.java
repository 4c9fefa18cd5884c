package org.libstation.lab.link;

import java.util.List;
import java.util.Locale;

/// One fault a [Twin] can be told to have: data, so that a check can go through all of them and a
/// person can be shown them.
///
/// @param name one word without spaces, such as `pull-away`
/// @param words what it does, for a person
/// @param arguments an example of each argument in order, one that always works
///   (`E004015012345678`, `2`); empty when it takes none
public record TwinFault(String name, String words, List<String> arguments) {
  /// The tag of the examples: one that lies there when the fault is brought about.
  public static final String SOME_TAG = "E004015012345678";

  public TwinFault {
    if (!name.matches("[a-z0-9][a-z0-9-]*")) {
      throw new IllegalArgumentException("not the name of a fault: " + name);
    }
    arguments = List.copyOf(arguments);
  }

  /// The fault of a constant of an enum: its name in small letters with hyphens.
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
