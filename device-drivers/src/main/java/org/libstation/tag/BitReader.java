package org.libstation.tag;

/// Takes groups of bits, most significant first, out of bytes.
final class BitReader {
  private final byte[] bytes;
  private int position;

  BitReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int left() {
    return bytes.length * 8 - position;
  }

  /// @param width not more than [#left()]
  int take(int width) {
    int value = 0;
    for (int i = 0; i < width; i++) {
      int bit = (bytes[position >> 3] >> (7 - (position & 7))) & 1;
      value = (value << 1) | bit;
      position++;
    }
    return value;
  }
}
