package org.libstation.circulation;

import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Makes text from outside safe to draw, print or write. A tag, barcode, title, message or feed
/// line can hold characters that rewrite a terminal, reverse a line, or are invisible.
///
/// Harmful are control characters, line and paragraph separators, format characters (direction
/// marks, zero-width marks, tags), single surrogates, noncharacters, and fillers that are drawn as
/// nothing.
public final class PlainText {
  /// Characters at the start of a cell that make a spreadsheet read the cell as a formula.
  private static final String FORMULA = "=+-@＝＋－＠";

  private PlainText() {}

  /// Whether the text has no harmful character. [ItemId#fits(String)] requires it.
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(PlainText::harmful);
  }

  /// Text for a screen, a receipt or a list. Control characters and separators become spaces; other
  /// harmful characters are removed.
  public static String of(String text) {
    return plain(text, c -> parts(c) ? " " : "");
  }

  /// Text for a terminal or a file that a person reads: each harmful character is written like
  /// `\u202e`.
  public static String escaped(String text) {
    return plain(text, c -> (c > 0xffff ? "\\u{%x}" : "\\u%04x").formatted(c));
  }

  /// @param instead returns the replacement of a harmful character
  private static String plain(String text, IntFunction<String> instead) {
    return isPlain(text)
        ? text
        : text.codePoints()
            .mapToObj(c -> harmful(c) ? instead.apply(c) : Character.toString(c))
            .collect(Collectors.joining());
  }

  /// Text for a cell of a table: escaped, and never a formula.
  public static String cell(String text) {
    // Spreadsheets skip spaces and invisible characters before the sign.
    String seen = of(text).strip();
    boolean formula = !seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0;
    return (formula ? "'" : "") + escaped(text);
  }

  /// Whether this code point must not reach a person unchanged.
  public static boolean harmful(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> isFiller(c) || (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
    };
  }

  /// Letters that are drawn as nothing: combining grapheme joiner, Khmer inherent vowels, Hangul
  /// fillers (Unicode, Default_Ignorable_Code_Point).
  private static boolean isFiller(int c) {
    return c == 0x034f
        || c == 0x115f
        || c == 0x1160
        || c == 0x17b4
        || c == 0x17b5
        || c == 0x3164
        || c == 0xffa0;
  }

  private static boolean parts(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
