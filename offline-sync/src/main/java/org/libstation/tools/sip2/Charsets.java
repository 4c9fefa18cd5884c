package org.libstation.tools.sip2;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// In which character set bytes were written.
final class Charsets {
  private static final int FIRST_LATIN_1 = 0xA0;

  private Charsets() {}

  /// Empty where there is nothing but ASCII. Bytes from 80 to 9F are no letters in ISO-8859-1 and
  /// common ones in code page 850.
  static Optional<String> of(byte[] bytes) {
    boolean ascii = true;
    boolean latin1 = true;
    for (byte each : bytes) {
      ascii &= each >= 0;
      latin1 &= each >= 0 || (each & 0xFF) >= FIRST_LATIN_1;
    }
    if (ascii) {
      return Optional.empty();
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Optional.of("UTF-8");
    } catch (CharacterCodingException other) {
      return Optional.of(latin1 ? "ISO-8859-1" : "IBM850");
    }
  }
}
