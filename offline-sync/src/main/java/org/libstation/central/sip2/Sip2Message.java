package org.libstation.central.sip2;

import java.util.List;
import java.util.Optional;

/// One SIP2 message: a two-digit code, fixed fields, variable fields. The trailer is not part of
/// it.
///
/// Read with forgiveness, written strictly. [#toString()] of every message hides secrets and
/// personal data.
public sealed interface Sip2Message permits Sip2Request, Sip2Response, Sip2Message.Unreadable {

  /// The two-digit code.
  String code();

  /// The fixed fields as they are on the wire.
  String fixed();

  /// The variable fields, unknown ones included.
  Sip2Fields fields();

  /// The message as it is on the wire, without trailer and CR.
  default String text() {
    return code() + fixed() + fields().text();
  }

  /// AO, the code of the library.
  default Optional<String> institution() {
    return fields().first("AO");
  }

  /// AA, a card number.
  default Optional<String> patron() {
    return fields().first("AA");
  }

  /// AB, an item's barcode.
  default Optional<String> item() {
    return fields().first("AB");
  }

  /// AJ, usually the title.
  default Optional<String> title() {
    return fields().first("AJ");
  }

  /// AF, repeated, for the screen.
  default List<String> screenMessages() {
    return fields().all("AF");
  }

  /// AG, repeated, for the receipt.
  default List<String> printLines() {
    return fields().all("AG");
  }

  /// No SIP2 message, for instance a plain sentence of a server in trouble.
  record Unreadable(String text) implements Sip2Message {
    @Override
    public String code() {
      return "";
    }

    @Override
    public String fixed() {
      return text;
    }

    @Override
    public Sip2Fields fields() {
      return Sip2Fields.NONE;
    }

    @Override
    public String toString() {
      return "Unreadable[" + text.length() + " characters]";
    }
  }

  /// Reads a message without trailer and CR. Never fails: what is no message is [Unreadable].
  static Sip2Message read(String text) {
    if (text.length() < 2) {
      return new Unreadable(text);
    }
    String code = text.substring(0, 2);
    String rest = text.substring(2);
    Optional<? extends Sip2Message> message = Sip2Request.read(code, rest);
    if (message.isEmpty()) {
      message = Sip2Response.read(code, rest);
    }
    return message.isPresent() ? message.get() : new Unreadable(text);
  }
}
