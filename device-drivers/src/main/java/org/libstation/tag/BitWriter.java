package org.libstation.tag;

import java.io.ByteArrayOutputStream;

/// Collects groups of bits, most significant first, into bytes.
final class BitWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int current;
  private int used;

  /// Adds the lowest bits of a value.
  ///
  /// @param width number of bits, 1 to 8
  void put(int value, int width) {
    for (int i = width - 1; i >= 0; i--) {
      current = (current << 1) | ((value >> i) & 1);
      used++;
      if (used == 8) {
        out.write(current);
        current = 0;
        used = 0;
      }
    }
  }

  /// Fills the last byte with the first bits of `fill`, an eight-bit pattern.
  byte[] finish(int fill) {
    if (used > 0) {
      put(fill >> used, 8 - used);
    }
    return out.toByteArray();
  }
}
