package org.libstation.central.sip2;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/// The end of a message with error detection: `AY` and a digit, then `AZ` and a checksum.
///
/// The checksum is the 16-bit two's complement of the sum of all bytes as sent. The sum begins with
/// the code and includes the letters `AZ`. It is written as four hex digits (SIP 2.00, "error
/// detection").
///
/// @param sequence the digit after AY; empty in 96 and 97, and in some answers to 97
/// @param correct whether the checksum fits the bytes before it
public record Sip2Trailer(OptionalInt sequence, boolean correct) {

  /// The sequence number after this one; 0 follows 9.
  public static int next(int sequence) {
    return (sequence + 1) % 10;
  }

  /// A line, split into the message and its trailer.
  static final class Cut {
    private final byte[] body;
    private final Optional<Sip2Trailer> trailer;
    private final boolean mangled;

    private Cut(byte[] body, Optional<Sip2Trailer> trailer, boolean mangled) {
      this.body = body;
      this.trailer = trailer;
      this.mangled = mangled;
    }

    /// The message without `AY` and `AZ`.
    byte[] body() {
      return body;
    }

    Optional<Sip2Trailer> trailer() {
      return trailer;
    }

    /// Whether no trailer could be read, although the end looks like a damaged one.
    boolean mangled() {
      return mangled;
    }
  }

  /// Computes the checksum of a message.
  ///
  /// @param throughAz all bytes up to and including `AZ`
  public static int checksum(byte[] throughAz) {
    int sum = 0;
    for (byte b : throughAz) {
      sum += b & 0xFF;
    }
    return -sum & 0xFFFF;
  }

  /// Appends a trailer to a message.
  ///
  /// @param body encoded message without trailer
  /// @param sequence 0 to 9; empty for 96 and 97
  static byte[] append(byte[] body, OptionalInt sequence) {
    String mark = sequence.isPresent() ? "AY" + sequence.getAsInt() + "AZ" : "AZ";
    byte[] through = Arrays.copyOf(body, body.length + mark.length() + 4);
    for (int i = 0; i < mark.length(); i++) {
      through[body.length + i] = (byte) mark.charAt(i);
    }
    int length = body.length + mark.length();
    String hex =
        HexFormat.of().withUpperCase().toHexDigits((char) checksum(Arrays.copyOf(through, length)));
    for (int i = 0; i < 4; i++) {
      through[length + i] = (byte) hex.charAt(i);
    }
    return through;
  }

  /// Splits a line without its CR into message and trailer.
  static Cut cut(byte[] line) {
    int az = line.length - 6;
    if (az < 2 || line[az] != 'A' || line[az + 1] != 'Z' || !hex(line, az + 2)) {
      return new Cut(line, Optional.empty(), mangled(line));
    }
    String digits = new String(line, az + 2, 4, StandardCharsets.US_ASCII);
    boolean correct = checksum(Arrays.copyOf(line, az + 2)) == Integer.parseInt(digits, 16);
    int ay = az - 3;
    if (ay >= 2 && line[ay] == 'A' && line[ay + 1] == 'Y' && isDigit(line[ay + 2])) {
      return new Cut(
          Arrays.copyOf(line, ay),
          Optional.of(new Sip2Trailer(OptionalInt.of(line[ay + 2] - '0'), correct)),
          false);
    }
    return new Cut(
        Arrays.copyOf(line, az), Optional.of(new Sip2Trailer(OptionalInt.empty(), correct)), false);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  private static boolean hex(byte[] line, int from) {
    for (int i = from; i < from + 4; i++) {
      if (Character.digit(line[i], 16) < 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether the end looks like a damaged trailer. A line without a trailer ends in a delimiter or
  /// has fixed fields only. Any other line with the letters of a trailer near its end had a damaged
  /// one.
  private static boolean mangled(byte[] line) {
    if (line.length == 0 || line[line.length - 1] == Sip2Fields.DELIMITER) {
      return false;
    }
    for (int i = Math.max(2, line.length - 10); i + 1 < line.length; i++) {
      if (line[i] == 'A' && (line[i + 1] == 'Y' || line[i + 1] == 'Z')) {
        return true;
      }
    }
    return false;
  }
}
