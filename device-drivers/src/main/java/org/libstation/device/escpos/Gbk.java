package org.libstation.device.escpos;

import java.nio.charset.Charset;
import java.util.Optional;

/// Encodes Chinese as GBK (`FS &`): ASCII as one byte, all other characters as two bytes. Of the
/// two, the first is 81 (hex) or more, the second 40 or more.
///
/// Encoding is strict and limited to GBK, which the printer's font is sure to have. Four-byte
/// GB18030 and private-use characters must be drawn as pictures.
final class Gbk {
  /// Excluded: the euro sign was added to the set late, and older fonts lack it.
  private static final int EURO = 0x20AC;

  private static final Charset GBK = Charset.forName("GBK");

  private Gbk() {}

  /// Encodes a text. Empty if it contains a character outside GBK or a control character.
  static Optional<byte[]> encode(String text) {
    boolean odd =
        text.codePoints()
            .anyMatch(
                c ->
                    Character.isISOControl(c)
                        || c == EURO
                        || c > 0xFFFF
                        || Character.getType(c) == Character.PRIVATE_USE);
    return odd ? Optional.empty() : CodePage.encode(GBK, text).filter(bytes -> pairs(bytes, text));
  }

  /// Whether the printer would split the bytes into the right pairs under `FS &`.
  private static boolean pairs(byte[] bytes, String text) {
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int lead = at < bytes.length ? bytes[at] & 0xFF : 0xFF;
      if (lead < 0x80) {
        at += 1;
      } else if (lead >= 0x81 && lead <= 0xFE && at + 1 < bytes.length && good(bytes[at + 1])) {
        at += 2;
      } else {
        return false;
      }
    }
    return at == bytes.length;
  }

  private static boolean good(byte trail) {
    int b = trail & 0xFF;
    return b >= 0x40 && b != 0x7F && b != 0xFF;
  }

  /// Width of a text in columns of the printer's letters. An ASCII character takes one column, any
  /// other, such as a Chinese one, takes two.
  static int columns(String text) {
    return text.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
  }
}
