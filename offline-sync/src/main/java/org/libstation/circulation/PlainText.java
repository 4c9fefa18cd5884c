package org.libstation.circulation;

import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Text from outside as it may be drawn, printed or written: a tag, a barcode, a title, a message
/// or a line of a feed can hold characters that rewrite a terminal, turn a line round, or cannot be
/// seen.
///
/// Harmful are control characters, line and paragraph separators, format characters (the marks of
/// writing direction, of zero width, tags), halves of a pair, and fillers that are drawn as
/// nothing.
public final class PlainText {
  /// A spreadsheet takes a cell that begins so for a formula.
  private static final String FORMULA = "=+-@＝＋－＠";

  private PlainText() {}

  /// Whether nothing in it is harmful. An item's or a card's number is always so.
  public static boolean isPlain(String text) {
    return text.codePoints().noneMatch(PlainText::harmful);
  }

  /// For a screen, a receipt or a list: what parts words becomes a space, what cannot be seen goes.
  public static String of(String text) {
    return plain(text, c -> parts(c) ? " " : "");
  }

  /// For a terminal or a file that a person reads: each harmful character as `\u202e`.
  public static String escaped(String text) {
    return plain(text, c -> (c > 0xffff ? "\\u{%x}" : "\\u%04x").formatted(c));
  }

  /// @param instead what stands for a harmful character
  private static String plain(String text, IntFunction<String> instead) {
    return isPlain(text)
        ? text
        : text.codePoints()
            .mapToObj(c -> harmful(c) ? instead.apply(c) : Character.toString(c))
            .collect(Collectors.joining());
  }

  /// For a cell of a table: escaped, and never a formula.
  public static String cell(String text) {
    // A spreadsheet passes over blanks, and over what cannot be seen, before the sign.
    String seen = of(text).strip();
    boolean formula = !seen.isEmpty() && FORMULA.indexOf(seen.charAt(0)) >= 0;
    return (formula ? "'" : "") + escaped(text);
  }

  /// Whether this character must not reach a person as it is.
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

  /// Letters that are drawn as nothing: the combining joiner, the Khmer inherent vowels, the Hangul
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
