package org.libstation.tag;

/// Characters that are invisible, or that reverse or break up visible text. They are: control and
/// format characters (marks of writing direction, of zero width), line and paragraph separators,
/// surrogate halves, fillers. They are never part of a number and never sent to a printer.
public final class InvisibleCharacters {
  private InvisibleCharacters() {}

  /// Whether a text contains any.
  public static boolean isIn(String text) {
    return text.codePoints().anyMatch(InvisibleCharacters::is);
  }

  /// The text without them. Line ends stay, format characters and fillers are removed, the others
  /// become blanks.
  public static String without(String text) {
    if (!isIn(text)) {
      return text;
    }
    StringBuilder seen = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n' || !is(c)) {
                seen.appendCodePoint(c);
              } else if (Character.getType(c) != Character.FORMAT && !isFiller(c)) {
                seen.append(' ');
              }
            });
    return seen.toString();
  }

  private static boolean is(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> isFiller(c);
    };
  }

  /// Whether a character is drawn as nothing (Unicode, Default_Ignorable_Code_Point): the combining
  /// joiner, the Khmer inherent vowels, the Hangul fillers.
  private static boolean isFiller(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || c == 0x3164
        || c == 0xffa0;
  }
}
