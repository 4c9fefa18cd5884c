package org.libstation.lab.embedded;

import java.nio.charset.StandardCharsets;
import org.libstation.central.sip2.Sip2Trailer;

/// Makes faulty answers from good ones. Each answer is one line with its CR.
final class SpoiltAnswer {
  private static final String TRAILER = "(?s).*AY\\dAZ[0-9A-F]{4}\r";

  private SpoiltAnswer() {}

  /// Changes the last digit of the checksum. A line without a checksum stays as it is.
  static byte[] wrongChecksum(byte[] line) {
    String text = text(line);
    if (!text.matches(TRAILER)) {
      return line;
    }
    int last = text.length() - 2;
    char other = text.charAt(last) == '0' ? '1' : '0';
    return bytes(text.substring(0, last) + other + "\r");
  }

  /// A line that is no SIP2 message, as edge-sip2 sends on an internal error.
  static byte[] garbage() {
    return bytes("Problems handling the request: java.lang.NullPointerException\r");
  }

  /// Replaces the item of an answer, or the card if it names no item. The checksum is right.
  static byte[] about(byte[] line, String otherItem, String otherCard) {
    String text = text(line);
    boolean trailer = text.matches(TRAILER);
    int end = text.length() - 1;
    String sequence = trailer ? text.substring(end - 9, end - 6) : "";
    String body = text.substring(0, trailer ? end - 9 : end);
    String other =
        body.matches("(?s).*(?<=\\||\\d{6})AB.*")
            ? body.replaceFirst("((?:\\||\\d{6}))AB[^|]*\\|", "$1AB" + otherItem + "|")
            : body.replaceFirst("\\|AA[^|]*\\|", "|AA" + otherCard + "|");
    if (!trailer) {
      return bytes(other + "\r");
    }
    String through = other + sequence + "AZ";
    return bytes(through + "%04X".formatted(Sip2Trailer.checksum(bytes(through))) + "\r");
  }

  /// Cuts an answer into a number of pieces.
  static byte[][] pieces(byte[] line, int number) {
    byte[][] pieces = new byte[number][];
    for (int i = 0; i < number; i++) {
      int from = line.length * i / number;
      int to = line.length * (i + 1) / number;
      pieces[i] = java.util.Arrays.copyOfRange(line, from, to);
    }
    return pieces;
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
