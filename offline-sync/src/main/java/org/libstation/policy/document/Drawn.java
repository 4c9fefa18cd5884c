package org.libstation.policy.document;

/// Text of a document on its way to a terminal, a log or a screen.
public final class Drawn {
  private static final int LONGEST = 300;

  private Drawn() {}

  /// The text with every character that is not drawn, or that moves others about, as `U+XXXX`; what
  /// is longer than a few lines is cut.
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

  /// Whether a text may hold this character: no controls, no separators of lines and paragraphs,
  /// none that turn the direction of writing (Unicode, UAX 9, 2.1 and 2.2), no halves of
  /// characters.
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
