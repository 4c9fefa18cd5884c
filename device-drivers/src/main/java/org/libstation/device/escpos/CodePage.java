package org.libstation.device.escpos;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A code page of the printer's own letters (Epson, `ESC t n`), strict: a text it lacks a letter of
/// is not written at all, never with a question mark.
enum CodePage {
  IBM437("437", 0, "IBM437"),
  IBM850("850", 2, "IBM850"),
  WINDOWS_1252("1252", 16, "windows-1252"),
  IBM866("866", 17, "IBM866"),
  IBM852("852", 18, "IBM852"),
  IBM858("858", 19, "IBM00858");

  private final String key;
  private final int number;
  private final Charset charset;

  CodePage(String key, int number, String charset) {
    this.key = key;
    this.number = number;
    this.charset = Charset.forName(charset);
  }

  /// As the driver's option names it.
  String key() {
    return key;
  }

  /// As `ESC t` names it.
  int number() {
    return number;
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(CodePage::key).toList();
  }

  /// @throws IllegalArgumentException when there is none
  static CodePage of(String key) {
    return Arrays.stream(values())
        .filter(page -> page.key.equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no code page " + key));
  }

  /// The text as this page writes it, one byte a letter; empty when it lacks one, or would hand the
  /// printer a control byte.
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
