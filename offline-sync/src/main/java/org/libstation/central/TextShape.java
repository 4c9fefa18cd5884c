package org.libstation.central;

/// Masks a text of the central system. The result still shows which sentence it was, but no name
/// and no number.
public final class TextShape {
  private TextShape() {}

  /// Replaces each letter by `x` and each digit by `9`; the length stays. Each half of a surrogate
  /// pair also becomes `x`. Blanks and punctuation of ASCII stay. Every other character, such as a
  /// control character, becomes `?`.
  public static String of(String text) {
    StringBuilder shape = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      shape.append(of(text.charAt(i)));
    }
    return shape.toString();
  }

  private static char of(char c) {
    if (Character.isDigit(c)) {
      return '9';
    }
    if (Character.isLetter(c) || Character.isSurrogate(c)) {
      return 'x';
    }
    return c >= ' ' && c < 0x7F ? c : '?';
  }
}
