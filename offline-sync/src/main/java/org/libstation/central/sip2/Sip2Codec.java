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
/// @param paymentAnswer in which order a 38 has its two fixed fields
public record Sip2Codec(
    Charset charset, boolean errorDetection, Sip2Dialect.PaymentAnswer paymentAnswer) {

  private static final String PAYMENT_ANSWER = "38";

  /// With a 38 as SIP 2.00 has it.
  public Sip2Codec(Charset charset, boolean errorDetection) {
    this(charset, errorDetection, Sip2Dialect.PaymentAnswer.FLAG_FIRST);
  }

  /// What came in one line.
  ///
  /// @param trailer when there was one
  /// @param mangled there was no readable trailer although the end looks like one
  public record Received(Sip2Message message, Optional<Sip2Trailer> trailer, boolean mangled) {}

  /// The bytes of a message, CR included.
  ///
  /// @param sequence 0 to 9; unused in 96 and 97, and without error detection
  public byte[] encode(Sip2Message message, int sequence) {
    byte[] body = written(message).getBytes(charset);
    if (errorDetection) {
      boolean unnumbered =
          message instanceof Sip2Request.Resend || message instanceof Sip2Response.ResendResponse;
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
        Sip2Message.read(asStandard(new String(cut.body(), charset))),
        cut.trailer(),
        cut.mangled());
  }

  private String written(Sip2Message message) {
    String text = message.text();
    if (paymentAnswer != Sip2Dialect.PaymentAnswer.DATE_FIRST
        || !(message instanceof Sip2Response.FeePaidResponse)) {
      return text;
    }
    int flag = PAYMENT_ANSWER.length();
    int date = flag + 1;
    int rest = date + Sip2Date.LENGTH;
    return text.substring(0, flag)
        + text.substring(date, rest)
        + text.charAt(flag)
        + text.substring(rest);
  }

  /// Puts *payment accepted* of a 38 before its date. Anything else stays as it came: a line that
  /// begins with a date and has no Y or N behind it says neither yes nor no.
  private String asStandard(String text) {
    int date = PAYMENT_ANSWER.length();
    int flag = date + Sip2Date.LENGTH;
    boolean dateFirst =
        paymentAnswer == Sip2Dialect.PaymentAnswer.DATE_FIRST
            && text.startsWith(PAYMENT_ANSWER)
            && text.length() > flag
            && FixedPart.isDate(text.substring(date, flag))
            && (text.charAt(flag) == 'Y' || text.charAt(flag) == 'N');
    return dateFirst
        ? PAYMENT_ANSWER + text.charAt(flag) + text.substring(date, flag) + text.substring(flag + 1)
        : text;
  }
}
