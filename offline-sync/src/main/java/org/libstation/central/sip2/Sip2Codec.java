package org.libstation.central.sip2;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// Messages to bytes and back.
///
/// @param charset of the whole message; characters it lacks are sent as `?`, bytes that mean
///   nothing in it are read as a replacement character and never fail a message
/// @param errorDetection whether messages are sent with AY and AZ
public record Sip2Codec(Charset charset, boolean errorDetection) {

  /// What came in one line.
  ///
  /// @param trailer when there was one
  /// @param mangled there was no readable trailer although the end looks like one
  public record Received(Sip2Message message, Optional<Sip2Trailer> trailer, boolean mangled) {}

  /// The bytes of a message, CR included.
  ///
  /// @param sequence 0 to 9; unused in 96 and 97, and without error detection
  public byte[] encode(Sip2Message message, int sequence) {
    byte[] body = message.text().getBytes(charset);
    if (errorDetection) {
      boolean unnumbered =
          message instanceof Sip2Request.Resend || message instanceof Sip2Response.Resend;
      body = Sip2Trailer.append(body, unnumbered ? OptionalInt.empty() : OptionalInt.of(sequence));
    }
    byte[] line = Arrays.copyOf(body, body.length + 1);
    line[body.length] = '\r';
    return line;
  }

  /// @param line one line without its CR; a trailer is read whether or not we send any
  public Received decode(byte[] line) {
    Sip2Trailer.Cut cut = Sip2Trailer.cut(line);
    return new Received(
        Sip2Message.read(new String(cut.body(), charset)), cut.trailer(), cut.mangled());
  }
}
