package org.libstation.device.escpos;

import java.nio.charset.Charset;
import java.util.Optional;

/// Chinese as GBK (`FS &`), strict: ASCII as one byte, all else as two, each from 81 or 40 up.
///
/// What a printer's font surely has ends with GBK; four-byte GB18030 and the ranges for one's own
/// characters are left to pictures.
final class Gbk {
  /// It came into the set late, and older fonts lack it.
  private static final int EURO = 0x20AC;

  private static final Charset GBK = Charset.forName("GBK");

  private Gbk() {}

  /// Empty when a character is not in GBK, or a control character.
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

  /// Whether the bytes are what `FS &` pairs rightly.
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

  /// How many letters of the printer's own it is wide: a Chinese one takes two.
  static int columns(String text) {
    return text.codePoints().map(c -> c < 0x80 ? 1 : 2).sum();
  }
}
