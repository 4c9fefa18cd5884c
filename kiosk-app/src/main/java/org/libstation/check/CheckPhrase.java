package org.libstation.check;

import java.util.List;
import java.util.stream.Collectors;
import org.libstation.device.SelfNote;
import org.libstation.language.Retold;
import org.libstation.language.Words;

/// A line of the text files with its values, so that it can be said in any language.
///
/// @param key of the text files; of several parts, a space between them, each of the same values
/// @param values numbers, versions, paths; or why a line does not answer, which is retold
/// @param says instead of a line: what a device says of itself
public record CheckPhrase(String key, List<String> values, List<SelfNote> says) {
  private static final String SAYS = "device.says.";

  public CheckPhrase {
    values = List.copyOf(values);
    says = List.copyOf(says);
  }

  public static CheckPhrase of(String key, Object... values) {
    return new CheckPhrase(key, List.of(values).stream().map(String::valueOf).toList(), List.of());
  }

  /// What a device that is well says of itself.
  public static CheckPhrase of(List<SelfNote> says) {
    return new CheckPhrase("told.plain", List.of(SelfNote.inEnglish(says)), says);
  }

  /// Several lines of the same values, of which only those are there that have something to say.
  public static CheckPhrase parts(List<String> keys, Object... values) {
    return of(String.join(" ", keys), values);
  }

  public String in(Words words) {
    return says.isEmpty()
        ? words.sayAll(key, values.stream().map(value -> Retold.evidence(words, value)).toArray())
        : says.stream().map(note -> said(words, note)).collect(Collectors.joining(" · "));
  }

  /// A driver from elsewhere may have no words here.
  private static String said(Words words, SelfNote note) {
    String line = SAYS + note.name();
    return words.has(line) ? words.say(line, note.values().toArray()) : note.english();
  }
}
