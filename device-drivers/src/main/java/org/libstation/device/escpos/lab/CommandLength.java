package org.libstation.device.escpos.lab;

import java.util.Map;

/// Length of each command that the printer's twin may receive, whether it knows the command or not.
/// For the twin alone.
final class CommandLength {
  /// Not even the head of the command has arrived.
  static final long NOT_WHOLE = -1;

  private static final int LONGEST_LIST = 300;

  private static final Map<Integer, Integer> ESC =
      Map.ofEntries(
          Map.entry(0x40, 2),
          Map.entry(0x32, 2),
          Map.entry(0x24, 4),
          Map.entry(0x5C, 4),
          Map.entry(0x63, 4),
          Map.entry(0x70, 5),
          Map.entry(0x69, 2),
          Map.entry(0x6D, 2));
  private static final Map<Integer, Integer> GS =
      Map.ofEntries(
          Map.entry(0x4C, 4),
          Map.entry(0x57, 4),
          Map.entry(0x24, 4),
          Map.entry(0x5C, 4),
          Map.entry(0x50, 4),
          Map.entry(0x5E, 5),
          Map.entry(0x3A, 2));
  private static final Map<Integer, Integer> FS =
      Map.ofEntries(Map.entry(0x26, 2), Map.entry(0x2E, 2), Map.entry(0x53, 4));

  private CommandLength() {}

  /// @return length in bytes of the command that begins at `at`, even if the rest has not arrived;
  ///   [#NOT_WHOLE] while the head is incomplete
  static long of(byte[] bytes, int at) {
    int first = bytes[at] & 0xFF;
    if (first != 0x10 && first != 0x1B && first != 0x1C && first != 0x1D) {
      return 1;
    }
    if (at + 1 >= bytes.length) {
      return NOT_WHOLE;
    }
    int second = bytes[at + 1] & 0xFF;
    return switch (first) {
      case 0x10 -> second == 0x04 || second == 0x05 ? 3 : second == 0x14 ? 5 : 1;
      case 0x1B -> esc(bytes, at, second);
      case 0x1C -> second == 0x28 ? counted(bytes, at) : FS.getOrDefault(second, 3);
      default -> gs(bytes, at, second);
    };
  }

  private static long esc(byte[] bytes, int at, int second) {
    if (second == 0x2A) {
      if (at + 4 >= bytes.length) {
        return NOT_WHOLE;
      }
      int columns = word(bytes, at + 3);
      return 5 + (long) columns * ((bytes[at + 2] & 0xFF) >= 32 ? 3 : 1);
    }
    if (second == 0x44) {
      return untilZero(bytes, at, at + 2);
    }
    return ESC.getOrDefault(second, 3);
  }

  private static long gs(byte[] bytes, int at, int second) {
    if (second == 0x28) {
      return counted(bytes, at);
    }
    if (second == 0x38) {
      return at + 6 >= bytes.length
          ? NOT_WHOLE
          : 7L + word(bytes, at + 3) + ((long) word(bytes, at + 5) << 16);
    }
    if (second == 0x76) {
      return at + 7 >= bytes.length
          ? NOT_WHOLE
          : 8 + (long) word(bytes, at + 4) * word(bytes, at + 6);
    }
    if (second == 0x6B) {
      if (at + 3 >= bytes.length) {
        return NOT_WHOLE;
      }
      boolean counted = (bytes[at + 2] & 0xFF) >= 65;
      return counted ? 4 + (bytes[at + 3] & 0xFF) : untilZero(bytes, at, at + 3);
    }
    if (second == 0x56) {
      if (at + 2 >= bytes.length) {
        return NOT_WHOLE;
      }
      return (bytes[at + 2] & 0xFF) >= 0x41 ? 4 : 3;
    }
    return GS.getOrDefault(second, 3);
  }

  private static long counted(byte[] bytes, int at) {
    return at + 4 >= bytes.length ? NOT_WHOLE : 5 + word(bytes, at + 3);
  }

  /// A list without an end counts as a command of three bytes.
  private static long untilZero(byte[] bytes, int at, int from) {
    for (int i = from; i < Math.min(bytes.length, from + LONGEST_LIST); i++) {
      if (bytes[i] == 0) {
        return i + 1L - at;
      }
    }
    return bytes.length < from + LONGEST_LIST ? NOT_WHOLE : 3;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
  }
}
