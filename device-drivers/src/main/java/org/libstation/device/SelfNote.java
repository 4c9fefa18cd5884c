package org.libstation.device;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// One thing that a device which is well says of itself, such as its model or how many tags were
/// misread.
///
/// @param name of the words that say it in every language, `device.says.NAME` in the text files;
///   empty where it is a name of its own that needs none
/// @param values numbers, versions and names in those words, in their order
/// @param english the same for logs
public record SelfNote(String name, List<String> values, String english) {
  public SelfNote {
    values = List.copyOf(values);
  }

  private static final String PLACE = "%s";

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

  /// A maker's or a model's name, the same in all languages; none where it is empty.
  public static List<SelfNote> plain(String name) {
    return name.isEmpty() ? List.of() : List.of(new SelfNote("", List.of(), name));
  }

  /// For logs.
  public static String inEnglish(List<SelfNote> notes) {
    return notes.stream().map(SelfNote::english).collect(Collectors.joining("; "));
  }
}
