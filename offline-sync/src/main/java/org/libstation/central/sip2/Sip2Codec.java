package org.libstation.central.sip2;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/// Turns SIP2 messages into bytes and back.
///
/// @param charset of the whole message; a character that it lacks is sent as `?`, and an unreadable
///   byte becomes a replacement character instead of failing the message
/// @param errorDetection whether messages are sent with AY and AZ
/// @param paymentAnswer the order of the two fixed fields of a payment response (38)
public record Sip2Codec(
    Charset charset, boolean errorDetection, Sip2Dialect.PaymentAnswer paymentAnswer) {

  private static final String PAYMENT_ANSWER = "38";

  /// A codec with the field order of SIP 2.00 in a payment response (38).
  public Sip2Codec(Charset charset, boolean errorDetection) {
    this(charset, errorDetection, Sip2Dialect.PaymentAnswer.FLAG_FIRST);
  }

  /// The content of one received line.
  ///
  /// @param trailer the trailer; empty if none could be read
  /// @param mangled no trailer could be read, although the end looks like one
  public record Received(Sip2Message message, Optional<Sip2Trailer> trailer, boolean mangled) {}

  /// Returns the bytes of a message, with its CR.
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

  /// Reads one line. A line that is no SIP2 message becomes [Sip2Message.Unreadable].
  ///
  /// @param line without its CR; a trailer is read even if this codec sends none
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

  /// Puts *payment accepted* of a payment response (38) before its date. Any other text stays as it
  /// came. A line whose leading date is not followed by Y or N says neither yes nor no.
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
