package org.libstation.tag;

/// Reads groups of bits, most significant first, from bytes.
final class BitReader {
  private final byte[] bytes;
  private int position;

  BitReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Number of bits not yet read.
  int left() {
    return bytes.length * 8 - position;
  }

  /// Reads the next bits as a number.
  ///
  /// @param width number of bits, at most [#left()]
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
