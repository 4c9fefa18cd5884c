package org.libstation.lab.embedded;

import java.nio.charset.StandardCharsets;
import org.libstation.central.sip2.Sip2Trailer;

/// Good answers made bad on purpose. Each is one line with its CR.
final class SpoiltAnswer {
  private static final String TRAILER = "(?s).*AY\\dAZ[0-9A-F]{4}\r";

  private SpoiltAnswer() {}

  /// The checksum's last digit is another one; a line without trailer stays as it is.
  static byte[] wrongChecksum(byte[] line) {
    String text = text(line);
    if (!text.matches(TRAILER)) {
      return line;
    }
    int last = text.length() - 2;
    char other = text.charAt(last) == '0' ? '1' : '0';
    return bytes(text.substring(0, last) + other + "\r");
  }

  /// What edge-sip2 says when it is in trouble, or what a wrong port says.
  static byte[] garbage() {
    return bytes("Problems handling the request: java.lang.NullPointerException\r");
  }

  /// The same answer with a right checksum, but about another item, or another card where it names
  /// no item.
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

  /// The answer cut into so many pieces.
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
