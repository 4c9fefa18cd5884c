package org.libstation.device;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One statement of a healthy device about itself, such as its model or how many tags were misread.
///
/// @param name of the text that says it in every language, `device.says.NAME` in the text files;
///   empty for a proper name, which needs no translation
/// @param values numbers, versions and names for the placeholders of the text, in order
/// @param english the complete statement in English, for logs
public record SelfNote(String name, List<String> values, String english) {
  public SelfNote {
    values = List.copyOf(values);
  }

  private static final String PLACE = "%s";

  /// Makes a statement with its values filled in.
  ///
  /// @param english with a `%s` for each value
  public static SelfNote of(String name, String english, Object... values) {
    List<String> said = Arrays.stream(values).map(String::valueOf).toList();
    StringBuilder all = new StringBuilder(english);
    int from = 0;
    for (String value : said) {
      int at = all.indexOf(PLACE, from);
      all.replace(at, at + PLACE.length(), value);
      from = at + value.length();
    }
    return new SelfNote(name, said, all.toString());
  }

  /// A maker's or a model's name, the same in all languages. An empty name gives an empty list.
  public static List<SelfNote> plain(String name) {
    return name.isEmpty() ? List.of() : List.of(new SelfNote("", List.of(), name));
  }

  /// All statements in English, for logs.
  public static String inEnglish(List<SelfNote> notes) {
    return notes.stream().map(SelfNote::english).collect(Collectors.joining("; "));
  }
}
