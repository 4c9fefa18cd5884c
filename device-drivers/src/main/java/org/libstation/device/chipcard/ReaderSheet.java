package org.libstation.device.chipcard;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.libstation.device.driver.DeviceSheet;
import org.libstation.device.driver.DriverOptions;
import org.libstation.device.link.WireBytes;

/// The commands and messages of a card reader on a serial line, read from a sheet in
/// `devices/readers`. The payload of a frame is called its inside.
///
/// @param baud speed of the line of a new reader
/// @param init sent once, when the line is open
/// @param poll asks for a card; empty for a reader that reports cards without being asked
/// @param card first bytes of a payload that reports a card; if the list is empty, each payload
///   does
/// @param none first bytes of a payload that reports that no card is there
/// @param from position of the number's first byte in the payload
/// @param length length of the number in bytes; 0 for all bytes that follow
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

  /// The checksum at the end of a frame.
  enum FrameCheck {
    NONE(0),
    /// XOR of all bytes.
    XOR(1),
    /// The lowest byte of the sum of all bytes.
    SUM(1),
    /// CRC-16/CCITT-FALSE, high byte first.
    CRC_CCITT(2),
    /// CRC-16/MODBUS, low byte first.
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

  /// How a frame is built.
  ///
  /// @param lengthAt position of the length byte; negative if the frame ends by `end` instead
  /// @param lengthAdds number of bytes that the length byte does not count
  /// @param hex whether payload and checksum are written as hex digits
  /// @param checkFrom position of the first byte under the checksum, counted in the frame; with
  ///   `hex`, counted in the decoded bytes
  record ReaderFrame(
      WireBytes begin,
      WireBytes end,
      int lengthAt,
      int lengthAdds,
      boolean hex,
      FrameCheck check,
      int checkFrom) {}

  /// Whether the reader must be polled; otherwise it reports cards without being asked.
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

  /// The meaning of a payload.
  sealed interface ReaderMessage {
    record CardReported(WireBytes number) implements ReaderMessage {}

    record NoCardReported() implements ReaderMessage {}

    /// An answer to something else.
    record OtherReaderAnswer() implements ReaderMessage {}
  }

  /// Returns the meaning of a payload.
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
