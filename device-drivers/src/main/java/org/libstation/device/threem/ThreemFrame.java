package org.libstation.device.threem;

import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.Framing;
import org.libstation.device.pad.PadFrame;

/// One frame of the 3M pads (3M model 210 specification 1.0.0): `D6 LEN LEN CMD body CRC CRC`, all
/// high byte first. LEN counts the bytes after it, checksum included.
///
/// @param head [#REQUEST], or [#START] in the start dialogue of an 810
/// @param code the command, 0 to 255
/// @param body bytes after the command; in a reply the first one is the status
public record ThreemFrame(int head, int code, WireBytes body) implements PadFrame {
  public static final int REQUEST = 0xD6;
  public static final int START = 0xD5;

  /// Longest frame: the readers and tags of this family need only some hundred bytes.
  static final int LONGEST = 2048;

  private static final int BEFORE_COMMAND = 3;

  /// Command and checksum.
  private static final int SHORTEST_REST = 3;

  /// Polynomial of the CRC: x16 + x12 + x5 + 1, highest term first.
  private static final int POLYNOMIAL = 0x1021;

  public static final Framing<ThreemFrame> FRAMING =
      new Framing<>() {
        @Override
        public int length(WireBytes soFar) {
          if (soFar.at(0) != REQUEST && soFar.at(0) != START) {
            return NO_FRAME;
          }
          if (soFar.length() < BEFORE_COMMAND) {
            return NOT_YET;
          }
          int rest = soFar.at(1) << 8 | soFar.at(2);
          int total = BEFORE_COMMAND + rest;
          return rest >= SHORTEST_REST && total <= LONGEST ? total : NO_FRAME;
        }

        @Override
        public boolean isWhole(WireBytes frame) {
          int end = frame.length() - 2;
          return crc(frame.slice(1, end)) == (frame.at(end) << 8 | frame.at(end + 1));
        }

        @Override
        public ThreemFrame decode(WireBytes frame) {
          return new ThreemFrame(
              frame.at(0), frame.at(BEFORE_COMMAND), frame.slice(4, frame.length() - 2));
        }
      };

  /// Always 0: there is one pad on a line.
  @Override
  public int address() {
    return 0;
  }

  /// The command; the start dialogue has commands of its own.
  @Override
  public int command() {
    return head == START ? START << 8 | code : code;
  }

  @Override
  public WireBytes encode() {
    int rest = body.length() + SHORTEST_REST;
    WireBytes checked = WireBytes.of(rest >> 8, rest & 0xFF, code).plus(body);
    int crc = crc(checked);
    return WireBytes.of(head).plus(checked).plus(WireBytes.of(crc >> 8, crc & 0xFF));
  }

  /// CRC with start value FFFFh, not reflected, inverted at the end.
  private static int crc(WireBytes bytes) {
    int crc = 0xFFFF;
    for (int i = 0; i < bytes.length(); i++) {
      crc ^= bytes.at(i) << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = ((crc & 0x8000) == 0 ? crc << 1 : crc << 1 ^ POLYNOMIAL) & 0xFFFF;
      }
    }
    return crc ^ 0xFFFF;
  }
}
