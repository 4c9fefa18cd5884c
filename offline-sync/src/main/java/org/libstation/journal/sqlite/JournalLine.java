package org.libstation.journal.sqlite;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.libstation.file.table.FieldException;
import org.libstation.file.table.FieldTable;
import org.libstation.file.table.KindTable;
import org.libstation.journal.JournalException;

/// Writes and reads named values in one line of text: `due=2026-12-09T23:59 | title=紅樓夢 |
/// tagged=yes`.
///
/// In a value, a backslash is doubled and `|` is backslash p. A character below U+0020 is backslash
/// u with four hex digits. So a line never breaks, and ` | ` always separates.
final class JournalLine {
  private static final String BETWEEN = " | ";

  private JournalLine() {}

  static String of(Map<String, String> fields) {
    StringBuilder out = new StringBuilder();
    fields.forEach(
        (name, value) -> {
          if (!out.isEmpty()) {
            out.append(BETWEEN);
          }
          out.append(name).append('=');
          escape(value, out);
        });
    return out.toString();
  }

  /// Writes a record whose kind the reader knows.
  static <R> String write(FieldTable<R> table, R value) {
    Map<String, String> fields = new LinkedHashMap<>();
    table.write(value, fields);
    return of(fields);
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

  /// Reads a line into names and values.
  ///
  /// @throws JournalException CORRUPT if the text does not have this form
  static Map<String, String> parse(String line) {
    Map<String, String> fields = new LinkedHashMap<>();
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

  /// Reads the fields of an event or a mark.
  ///
  /// @throws JournalException NEWER for a kind or a word that this version does not know, CORRUPT
  ///   if a field is missing or cannot be read
  static <T> T read(KindTable<T> kinds, String kind, Map<String, String> fields) {
    try {
      return kinds
          .read(kind, fields)
          .orElseThrow(
              () ->
                  new JournalException(
                      JournalException.FaultKind.NEWER, "an unknown kind of line: " + kind));
    } catch (IllegalArgumentException e) {
      throw new JournalException(
          e instanceof FieldException field && field.isNewer()
              ? JournalException.FaultKind.NEWER
              : JournalException.FaultKind.CORRUPT,
          "'" + kind + "' in the journal: " + e.getMessage(),
          e);
    }
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
