package org.libstation.device.escpos;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A code page of the printer's built-in letters. `ESC t n` selects a page; the make's
/// [PrinterSheet] has its number n.
///
/// Encoding is strict: a text that has a letter outside the page is not encoded at all. A question
/// mark never replaces a letter.
enum CodePage {
  WINDOWS_1252("1252", "windows-1252"),
  IBM437("437", "IBM437"),
  IBM850("850", "IBM850"),
  IBM852("852", "IBM852"),
  IBM858("858", "IBM00858"),
  IBM866("866", "IBM866");

  private final String key;
  private final Charset charset;

  CodePage(String key, String charset) {
    this.key = key;
    this.charset = Charset.forName(charset);
  }

  /// Name of the page as a value of the driver's option `codepage`, such as `437`.
  String key() {
    return key;
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(CodePage::key).toList();
  }

  /// @throws IllegalArgumentException if no code page has this key
  static CodePage of(String key) {
    return Arrays.stream(values())
        .filter(page -> page.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no code page " + key));
  }

  /// Encodes a text, one byte a letter. Empty if the page lacks a letter, or if the text contains a
  /// control character.
  Optional<byte[]> encode(String text) {
    return text.codePoints().anyMatch(Character::isISOControl)
        ? Optional.empty()
        : encode(charset, text);
  }

  static Optional<byte[]> encode(Charset charset, String text) {
    try {
      // A fresh encoder reports what it lacks; String.getBytes would write a question mark.
      var bytes = charset.newEncoder().encode(java.nio.CharBuffer.wrap(text));
      byte[] all = new byte[bytes.remaining()];
      bytes.get(all);
      return Optional.of(all);
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }
}
