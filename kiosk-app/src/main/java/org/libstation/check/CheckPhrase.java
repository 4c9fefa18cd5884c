package org.libstation.check;

import java.util.List;
import java.util.stream.Collectors;
import org.libstation.device.SelfNote;
import org.libstation.language.MachineMessage;
import org.libstation.language.Words;

/// A line of the text files with its values, so that it can be shown in any language.
///
/// @param key key of the text; several keys, separated by spaces, share the same values
/// @param values numbers, versions, paths, or a technical reason that is translated for display
/// @param says a device's report about itself, shown instead of the line
public record CheckPhrase(String key, List<String> values, List<SelfNote> says) {
  private static final String SAYS = "device.says.";

  public CheckPhrase {
    values = List.copyOf(values);
    says = List.copyOf(says);
  }

  public static CheckPhrase of(String key, Object... values) {
    return new CheckPhrase(key, List.of(values).stream().map(String::valueOf).toList(), List.of());
  }

  /// Makes a phrase of the report of a ready device about itself.
  public static CheckPhrase of(List<SelfNote> says) {
    return new CheckPhrase("told.plain", List.of(SelfNote.inEnglish(says)), says);
  }

  /// Joins several lines with the same values; pass only the keys that apply.
  public static CheckPhrase parts(List<String> keys, Object... values) {
    return of(String.join(" ", keys), values);
  }

  /// The phrase in a language.
  public String in(Words words) {
    return says.isEmpty()
        ? words.sayAll(
            key, values.stream().map(value -> MachineMessage.evidence(words, value)).toArray())
        : says.stream().map(note -> said(words, note)).collect(Collectors.joining(" · "));
  }

  /// A driver from elsewhere may lack texts here; then its English is used.
  private static String said(Words words, SelfNote note) {
    String line = SAYS + note.name();
    return words.has(line) ? words.say(line, note.values().toArray()) : note.english();
  }
}
