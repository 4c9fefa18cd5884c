package org.libstation.journal.sqlite;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.journal.JournalException;

/// Named values in one line of text: `due=2026-12-09T23:59 | title=紅樓夢 | tagged=yes`.
///
/// In a value a backslash is doubled, `|` is backslash p, and a character below U+0020 is backslash
/// u with four hex digits, so a line never breaks and ` | ` always separates.
final class Fields {
  private static final String BETWEEN = " | ";

  private final Map<String, String> values = new LinkedHashMap<>();

  Fields put(String name, String value) {
    values.put(name, value);
    return this;
  }

  Fields put(String name, Optional<String> value) {
    value.ifPresent(v -> values.put(name, v));
    return this;
  }

  Fields put(String name, boolean value) {
    return put(name, value ? "yes" : "no");
  }

  Fields put(String name, Enum<?> value) {
    return put(name, word(value));
  }

  /// An enum constant as words: `ON_HOLD_SHELF` is `on hold shelf`.
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// @throws JournalException CORRUPT when it is missing
  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new JournalException(
          JournalException.FaultKind.CORRUPT, "a journal line lacks its field '" + name + "'");
    }
    return value;
  }

  Optional<String> maybe(String name) {
    @Nullable String value = values.get(name);
    return Optional.ofNullable(value);
  }

  boolean yes(String name) {
    return flag(name, text(name));
  }

  Optional<Boolean> maybeYes(String name) {
    return maybe(name).map(value -> flag(name, value));
  }

  private static boolean flag(String name, String value) {
    return switch (value) {
      case "yes" -> true;
      case "no" -> false;
      default ->
          throw new JournalException(
              JournalException.FaultKind.CORRUPT, "field '" + name + "' is neither yes nor no");
    };
  }

  /// @throws JournalException CORRUPT when it is missing, NEWER when this version knows no such
  ///   word
  <E extends Enum<E>> E word(String name, Class<E> type) {
    String _ = text(name);
    return maybeWord(name, type)
        .orElseThrow(
            () ->
                new JournalException(
                    JournalException.FaultKind.NEWER,
                    "field '" + name + "' has an unknown word: " + text(name)));
  }

  /// Empty when it is missing, or this version knows no such word.
  <E extends Enum<E>> Optional<E> maybeWord(String name, Class<E> type) {
    return maybe(name)
        .flatMap(
            value ->
                Arrays.stream(type.getEnumConstants())
                    .filter(constant -> word(constant).equals(value))
                    .findFirst());
  }

  String line() {
    StringBuilder out = new StringBuilder();
    values.forEach(
        (name, value) -> {
          if (!out.isEmpty()) {
            out.append(BETWEEN);
          }
          out.append(name).append('=');
          escape(value, out);
        });
    return out.toString();
  }

  private static void escape(String value, StringBuilder out) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '|' -> out.append("\\p");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && !paired(value, i))) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  private static boolean paired(String value, int i) {
    char c = value.charAt(i);
    return Character.isHighSurrogate(c)
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }

  /// @throws JournalException CORRUPT when the text is not of this form
  static Fields parse(String line) {
    Fields fields = new Fields();
    int from = 0;
    while (from < line.length()) {
      int bar = line.indexOf(BETWEEN, from);
      int end = bar < 0 ? line.length() : bar;
      int equals = line.indexOf('=', from);
      if (equals < from || equals > end) {
        throw broken();
      }
      fields.put(line.substring(from, equals), unescape(line.substring(equals + 1, end)));
      from = bar < 0 ? line.length() : bar + BETWEEN.length();
    }
    return fields;
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      switch (i < text.length() ? text.charAt(i++) : ' ') {
        case '\\' -> out.append('\\');
        case 'p' -> out.append('|');
        case 'u' -> {
          out.append(hex(text, i));
          i += 4;
        }
        default -> throw broken();
      }
    }
    return out.toString();
  }

  private static char hex(String text, int from) {
    if (from + 4 > text.length()) {
      throw broken();
    }
    try {
      return (char) Integer.parseInt(text.substring(from, from + 4), 16);
    } catch (NumberFormatException e) {
      throw new JournalException(
          JournalException.FaultKind.CORRUPT, "a journal line has a broken escape", e);
    }
  }

  private static JournalException broken() {
    return new JournalException(
        JournalException.FaultKind.CORRUPT, "a journal line is not of the form name=value | …");
  }
}
