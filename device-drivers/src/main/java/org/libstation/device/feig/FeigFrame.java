package org.libstation.device.feig;

import org.libstation.device.link.WireBytes;
import org.libstation.device.pad.Framing;
import org.libstation.device.pad.PadFrame;

/// One frame of the OBID ISO-host protocol (FEIG manual H20800-16e, chapter "Protocol frames").
///
/// Standard: `LEN ADR CMD body CRC`, LEN one byte, at most 255. Advanced: `02 LEN LEN ADR CMD body
/// CRC`, LEN two bytes, high first. LEN counts all bytes. The CRC goes low byte first in both.
///
/// @param advanced whether the frame has the advanced form
/// @param address FF reaches every reader; replies contain the reader's own, 00 by default
/// @param command 0 to 255
/// @param body bytes after the command; in a reply the first one is the status
public record FeigFrame(boolean advanced, int address, int command, WireBytes body)
    implements PadFrame {
  static final int ADVANCED_MARK = 0x02;

  /// Address of all readers.
  static final int ANY_ADDRESS = 0xFF;

  /// The shortest standard frame: length, address, command, checksum.
  static final int SHORTEST = 5;

  /// The shortest advanced frame.
  static final int SHORTEST_ADVANCED = 7;

  static final int LONGEST_STANDARD = 255;

  /// No reader of the family sends a longer frame (RX-BUF and TX-BUF are some hundred bytes).
  static final int LONGEST_ADVANCED = 4096;

  /// Polynomial of the CRC: x16 + x12 + x5 + 1.
  private static final int POLYNOMIAL = 0x8408;

  @Override
  public WireBytes encode() {
    WireBytes rest = WireBytes.of(address, command).plus(body);
    int length = rest.length() + (advanced ? 5 : 3);
    if (!advanced && length > LONGEST_STANDARD) {
      throw new IllegalArgumentException("a standard frame of " + length + " bytes");
    }
    WireBytes head =
        advanced ? WireBytes.of(ADVANCED_MARK, length >> 8, length & 0xFF) : WireBytes.of(length);
    WireBytes checked = head.plus(rest);
    int crc = checked.crc16(POLYNOMIAL);
    return checked.plus(WireBytes.of(crc & 0xFF, crc >> 8));
  }

  static final Framing<FeigFrame> FRAMING =
      new Framing<>() {
        @Override
        public int length(WireBytes soFar) {
          int first = soFar.at(0);
          if (first != ADVANCED_MARK) {
            return first < SHORTEST ? NO_FRAME : first;
          }
          if (soFar.length() < 3) {
            return NOT_YET;
          }
          int total = soFar.at(1) << 8 | soFar.at(2);
          return total >= SHORTEST_ADVANCED && total <= LONGEST_ADVANCED ? total : NO_FRAME;
        }

        @Override
        public boolean isWhole(WireBytes frame) {
          return FeigFrame.isWhole(frame);
        }

        @Override
        public FeigFrame decode(WireBytes frame) {
          return FeigFrame.decode(frame);
        }
      };

  /// Decodes a whole frame whose checksum [FeigParser] has already checked.
  static FeigFrame decode(WireBytes frame) {
    boolean advanced = frame.at(0) == ADVANCED_MARK;
    int at = advanced ? 3 : 1;
    return new FeigFrame(
        advanced, frame.at(at), frame.at(at + 1), frame.slice(at + 2, frame.length() - 2));
  }

  static boolean isWhole(WireBytes frame) {
    int crc = frame.slice(0, frame.length() - 2).crc16(POLYNOMIAL);
    return frame.at(frame.length() - 2) == (crc & 0xFF) && frame.at(frame.length() - 1) == crc >> 8;
  }
}
