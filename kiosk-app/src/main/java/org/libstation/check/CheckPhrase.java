package org.libstation.check;

import java.util.List;
import org.libstation.text.Words;

/// A line of the text files with its values, so that it can be said in any language.
///
/// @param key of the text files
/// @param values numbers, versions, paths: nothing that would need another language
public record CheckPhrase(String key, List<String> values) {
  public CheckPhrase {
    values = List.copyOf(values);
  }

  public static CheckPhrase of(String key, Object... values) {
    return new CheckPhrase(key, List.of(values).stream().map(String::valueOf).toList());
  }

  public String in(Words words) {
    return words.say(key, values.toArray());
  }
}
