package org.libstation.lab.embedded;

import java.nio.charset.StandardCharsets;

/// Writes trailers without our codec.
final class Sip2Lines {
  private Sip2Lines() {}

  static byte[] withTrailer(String message, int sequence) {
    String through = message + "AY" + sequence + "AZ";
    int sum = 0;
    for (byte b : through.getBytes(StandardCharsets.UTF_8)) {
      sum += b & 0xFF;
    }
    return (through + "%04X".formatted(-sum & 0xFFFF)).getBytes(StandardCharsets.UTF_8);
  }
}
