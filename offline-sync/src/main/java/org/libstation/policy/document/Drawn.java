package org.libstation.policy.document;

/// Makes text of a document safe for a terminal, a log or a screen.
public final class Drawn {
  private static final int LONGEST = 300;

  private Drawn() {}

  /// Replaces each character that is invisible or changes the order of others by `U+XXXX`. Cuts
  /// text longer than a few lines.
  public static String of(String text) {
    StringBuilder out = new StringBuilder();
    text.codePoints().limit(LONGEST).forEach(c -> append(out, c));
    return text.codePointCount(0, text.length()) > LONGEST ? out + " …" : out.toString();
  }

  private static void append(StringBuilder out, int c) {
    if (isDrawn(c)) {
      out.appendCodePoint(c);
    } else {
      out.append("U+%04X".formatted(c));
    }
  }

  /// Whether a text may contain this character. Excluded are controls, separators of lines and
  /// paragraphs, unassigned characters, halves of characters, and those that change the direction
  /// of writing (Unicode, UAX 9, 2.1 and 2.2).
  static boolean isDrawn(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> !(c >= 0x202A && c <= 0x202E) && !(c >= 0x2066 && c <= 0x2069);
    };
  }
}
