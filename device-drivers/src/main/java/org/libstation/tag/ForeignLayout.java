package org.libstation.tag;

import java.util.Arrays;
import java.util.Optional;

/// Recognises layouts that other libraries write, to name them; it does not read them.
final class ForeignLayout {
  private static final int DANISH_BLOCK = 34;
  private static final int CRC_AT = 19;

  private ForeignLayout() {}

  /// The layout's name, or empty when it is none of these.
  static Optional<String> recognise(int dsfid, byte[] memory) {
    if (dsfid == LibraryTag.DSFID_ISO_28560_3) {
      return Optional.of("it declares the Danish model (ISO 28560-3)");
    }
    if (isDanish(memory) || isDanish(blocksReversed(memory))) {
      return Optional.of("Danish model (ISO 28560-3)");
    }
    if (memory.length >= 4 && memory[0] == 0x04 && memory[2] == 0x00) {
      return Optional.of("the old layout of 3M");
    }
    return Optional.empty();
  }

  /// CRC-CCITT, start FFFFh, over bytes 0 to 18 and 21 to 33 of the basic block, which shorter
  /// memories fill with zeros (ISO 28560-3).
  private static boolean isDanish(byte[] memory) {
    if (memory.length < CRC_AT + 2 || (memory[0] & 0xF0) != 0x10) {
      return false;
    }
    byte[] block = Arrays.copyOf(memory, DANISH_BLOCK);
    int said = (block[CRC_AT] & 0xFF) | (block[CRC_AT + 1] & 0xFF) << 8;
    int crc = crc(0xFFFF, block, 0, CRC_AT);
    return crc(crc, block, CRC_AT + 2, DANISH_BLOCK) == said;
  }

  static int crc(int start, byte[] bytes, int from, int to) {
    int crc = start;
    for (int i = from; i < to; i++) {
      crc ^= (bytes[i] & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) == 0 ? crc << 1 : (crc << 1 ^ 0x1021) & 0xFFFF;
      }
    }
    return crc & 0xFFFF;
  }

  private static byte[] blocksReversed(byte[] memory) {
    byte[] turned = memory.clone();
    for (int i = 0; i + 4 <= turned.length; i += 4) {
      for (int j = 0; j < 4; j++) {
        turned[i + j] = memory[i + 3 - j];
      }
    }
    return turned;
  }
}
