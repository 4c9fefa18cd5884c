package org.libstation.device.chipcard;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.WireBytes;

/// How a reader of cards on a serial line is spoken to, and what it says; from a sheet in
/// `devices/readers`.
///
/// @param baud the speed of such a reader's line as it is delivered
/// @param init sent once, when the line is open
/// @param poll asks for a card; empty for a reader that speaks of its own accord
/// @param card how the inside of a frame begins that names a card; any frame where there is none
/// @param none how it begins where no card lies there
/// @param from the first byte of the number, counted in the inside
/// @param length of the number; 0 = all that follow
record ReaderSheet(
    String maker,
    int baud,
    WireBytes init,
    WireBytes poll,
    Duration every,
    ReaderFrame frame,
    List<WireBytes> card,
    List<WireBytes> none,
    int from,
    int length) {
  static final String KIND = "readers";
  static final int LONGEST = 128;

  private static final int LONGEST_COMMAND = 64;

  /// What a frame is closed by.
  enum FrameCheck {
    NONE(0),
    /// All bytes XORed.
    XOR(1),
    /// The lowest byte of their sum.
    SUM(1),
    /// CRC-16/CCITT-FALSE, the high byte first.
    CRC_CCITT(2),
    /// CRC-16/MODBUS, the low byte first.
    CRC_MODBUS(2);

    final int bytes;

    FrameCheck(int bytes) {
      this.bytes = bytes;
    }

    byte[] over(byte[] all, int from, int to) {
      int value = this == CRC_CCITT || this == CRC_MODBUS ? 0xFFFF : 0;
      for (int i = from; i < to; i++) {
        int each = all[i] & 0xFF;
        switch (this) {
          case NONE -> {}
          case XOR -> value ^= each;
          case SUM -> value += each;
          case CRC_CCITT -> {
            value ^= each << 8;
            for (int bit = 0; bit < 8; bit++) {
              value = (value & 0x8000) != 0 ? (value << 1) ^ 0x1021 : value << 1;
            }
          }
          case CRC_MODBUS -> {
            value ^= each;
            for (int bit = 0; bit < 8; bit++) {
              value = (value & 1) != 0 ? (value >> 1) ^ 0xA001 : value >> 1;
            }
          }
        }
      }
      byte low = (byte) value;
      byte high = (byte) (value >> 8);
      return switch (this) {
        case NONE -> new byte[0];
        case XOR, SUM -> new byte[] {low};
        case CRC_CCITT -> new byte[] {high, low};
        case CRC_MODBUS -> new byte[] {low, high};
      };
    }
  }

  /// @param lengthAt where the byte stands that tells its length; less than 0: it ends by `end`
  /// @param lengthAdds what that byte does not count
  /// @param hex whether what is inside is written as digits of hex, its check too
  /// @param checkFrom the first byte that the check is over, counted in the frame; in one of hex,
  ///   in what the digits say
  record ReaderFrame(
      WireBytes begin,
      WireBytes end,
      int lengthAt,
      int lengthAdds,
      boolean hex,
      FrameCheck check,
      int checkFrom) {}

  /// Whether it has to be asked for a card; else it speaks of its own accord.
  boolean isAsked() {
    return poll.length() > 0;
  }

  static ReaderSheet of(String option, DeviceSheet sheet) {
    return sheet.read(option, ReaderSheet::read);
  }

  private static ReaderSheet read(DriverOptions lines) {
    String _ = lines.text("source", "");
    WireBytes begin = bytes(lines, "frame.begin", 8);
    WireBytes end = bytes(lines, "frame.end", 8);
    int lengthAt = lines.number("frame.length-at", -1, -1, 16);
    if (begin.length() == 0) {
      throw lines.wrong("frame.begin", "the bytes that each frame begins with");
    }
    if (end.length() == 0 && lengthAt < begin.length()) {
      throw lines.wrong(
          "frame.length-at", "where its length stands, behind frame.begin, or a frame.end");
    }
    boolean hex = lines.choice("frame.text", "bytes", "bytes", "hex").equals("hex");
    FrameCheck check =
        switch (lines.choice(
            "frame.check", "none", "none", "xor", "sum", "crc-ccitt", "crc-modbus")) {
          case "xor" -> FrameCheck.XOR;
          case "sum" -> FrameCheck.SUM;
          case "crc-ccitt" -> FrameCheck.CRC_CCITT;
          case "crc-modbus" -> FrameCheck.CRC_MODBUS;
          default -> FrameCheck.NONE;
        };
    ReaderFrame frame =
        new ReaderFrame(
            begin,
            end,
            lengthAt,
            lines.number("frame.length-adds", 0, 0, 16),
            hex,
            check,
            lines.number("frame.check-from", 0, 0, 16));
    return new ReaderSheet(
        lines.text("maker", ""),
        lines.baud(),
        bytes(lines, "init", LONGEST_COMMAND),
        bytes(lines, "poll", LONGEST_COMMAND),
        lines.millis("poll.every", 200, 50, 10_000),
        frame,
        beginnings(lines, "card.is"),
        beginnings(lines, "none.is"),
        lines.number("card.from", 0, 0, LONGEST),
        lines.number("card.length", 0, 0, 16));
  }

  private static WireBytes bytes(DriverOptions lines, String key, int most) {
    byte[] bytes = lines.hex(key, "");
    if (bytes.length > most) {
      throw lines.wrong(key, "at most " + most + " bytes");
    }
    return WireBytes.of(bytes);
  }

  private static List<WireBytes> beginnings(DriverOptions lines, String key) {
    String text = lines.text(key, "");
    if (!text.matches("([0-9A-Fa-f]{2}( ?[0-9A-Fa-f]{2}){0,15}( *\\| *|$))*")) {
      throw lines.wrong(key, "bytes in hex, with | between several");
    }
    return Stream.of(text.split("\\|", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .map(WireBytes::ofHex)
        .toList();
  }

  /// What the inside of a frame says.
  sealed interface ReaderMessage {
    record CardReported(WireBytes number) implements ReaderMessage {}

    record NoCardReported() implements ReaderMessage {}

    /// An answer to something else.
    record OtherReaderAnswer() implements ReaderMessage {}
  }

  ReaderMessage said(byte[] inside) {
    if (beginsWith(none, inside)) {
      return new ReaderMessage.NoCardReported();
    }
    boolean named = card.isEmpty() || beginsWith(card, inside);
    int to = length == 0 ? inside.length : from + length;
    return named && from < to && to <= inside.length
        ? new ReaderMessage.CardReported(WireBytes.of(Arrays.copyOfRange(inside, from, to)))
        : new ReaderMessage.OtherReaderAnswer();
  }

  private static boolean beginsWith(List<WireBytes> beginnings, byte[] inside) {
    return beginnings.stream()
        .anyMatch(
            each ->
                inside.length >= each.length()
                    && each.equals(WireBytes.of(Arrays.copyOf(inside, each.length()))));
  }
}
