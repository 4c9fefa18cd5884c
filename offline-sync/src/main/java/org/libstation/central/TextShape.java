package org.libstation.central;

/// The shape of a text from outside: enough to see which sentence it was, and nobody in it.
public final class TextShape {
  private TextShape() {}

  /// The text with each letter as `x` and each digit as `9`, as long as it was. Blanks and
  /// punctuation stay; all else (control characters, symbols, halves of a pair) is `?`.
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
