package org.libstation.tag;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.stream.IntStream;

/// The layout that 3M libraries wrote before there was a standard: it is read, but never written
/// (described by the Biblio-RFID project).
///
/// Byte 0 is 04, byte 1 holds part and number of parts (a nibble each), byte 2 is 00, byte 3 the
/// type of medium. Then follow 16 bytes of identifier, filled with zeros.
final class OldLayout {
  private static final int BOOK = 1;
  private static final int MAGAZINE = 2;
  private static final int VIDEO = 5;
  private static final int DISC = 6;
  private static final int ID_AT = 4;
  private static final int ID_END = 20;

  private OldLayout() {}

  /// The item; empty when the memory has another layout. There is no check sum, so all checkable
  /// values must be right.
  static Optional<TagContent.Item> read(byte[] memory) {
    if (memory.length < ID_END || memory[0] != 0x04 || memory[2] != 0x00 || !isType(memory[3])) {
      return Optional.empty();
    }
    int end = ID_AT;
    while (end < ID_END && memory[end] > 0x20 && memory[end] < 0x7F) {
      end++;
    }
    boolean filled = IntStream.range(end, ID_END).allMatch(i -> memory[i] == 0);
    int part = memory[1] >> 4 & 0x0F;
    int total = memory[1] & 0x0F;
    if (end == ID_AT || !filled || part > total) {
      return Optional.empty();
    }
    String id = new String(memory, ID_AT, end - ID_AT, US_ASCII);
    boolean single = part == 0 || total == 0;
    return Optional.of(
        new TagContent.Item(id, Optional.empty(), single ? 1 : total, single ? 1 : part));
  }

  private static boolean isType(int type) {
    return type == BOOK || type == MAGAZINE || type == VIDEO || type == DISC;
  }
}
