package org.libstation.central.sip2;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One SIP2 message: a two-digit code, fixed fields and variable fields. The trailer is not part of
/// it.
///
/// Messages are read leniently and written strictly. The accessors name the variable fields that
/// the station uses; all others are in [#fields()]. An id means the same in every message.
/// `toString()` of every message hides secrets and personal data.
public sealed interface Sip2Message permits Sip2Message.Laid, Sip2Message.Unreadable {

  /// A message of the table [Sip2Layout].
  sealed interface Laid extends Sip2Message permits Sip2Request, Sip2Response {

    /// The message's entry in the table.
    default Sip2Layout layout() {
      return Sip2Layout.of(getClass());
    }

    @Override
    default String code() {
      return layout().code();
    }

    @Override
    default String fixed() {
      return layout().write(this);
    }
  }

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

  /// AJ, usually the item's title.
  default Optional<String> title() {
    return fields().first("AJ");
  }

  /// AF, repeated: texts for the screen.
  default List<String> screenMessages() {
    return fields().all("AF");
  }

  /// AD, the patron's PIN; never to be logged.
  default Optional<String> pin() {
    return fields().first("AD");
  }

  /// AH, the due date as free text; empty or meaningless in a refusal.
  default Optional<String> due() {
    return fields().first("AH");
  }

  /// CF, how many patrons wait for an item.
  default OptionalInt holdQueue() {
    return fields().number("CF");
  }

  /// CI, whether the security bit must stay as it is.
  default Optional<Boolean> securityInhibit() {
    return fields().flag("CI");
  }

  /// BV, decimal text with a point: a fee, the sum paid, or all that is owed (64).
  default Optional<String> feeAmount() {
    return fields().first("BV");
  }

  /// CG, which fee was paid; if absent, the payment is spread over all fees.
  default Optional<String> feeId() {
    return fields().first("CG");
  }

  /// BK, the station's own reference of a payment. The central system echoes it and rarely stores
  /// it.
  default Optional<String> transactionId() {
    return fields().first("BK");
  }

  /// BL, whether the card is known.
  default Optional<Boolean> validPatron() {
    return fields().flag("BL");
  }

  /// CQ, whether the PIN is right; if absent, it was not checked.
  default Optional<Boolean> validPin() {
    return fields().flag("CQ");
  }

  /// CB, how many items a patron may have on loan.
  default OptionalInt chargedLimit() {
    return fields().number("CB");
  }

  /// AU, repeated, the items on loan.
  default List<String> chargedList() {
    return fields().all("AU");
  }

  /// BP, the first entry wanted from a list, counted from 1.
  default OptionalInt startItem() {
    return fields().number("BP");
  }

  /// BQ, the last entry wanted from a list, counted from 1.
  default OptionalInt endItem() {
    return fields().number("BQ");
  }

  /// AM, the name of the library.
  default Optional<String> libraryName() {
    return fields().first("AM");
  }

  /// BX, which requests are supported: 16 letters Y or N, for 23 11 09 01 99 97 93 63 35 37 17 19
  /// 25 15 29 65.
  default Optional<String> supported() {
    return fields().first("BX");
  }

  /// A line that is no SIP2 message, for instance a plain sentence of a failing server.
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

  /// Reads a message without trailer and CR. Never fails: a text that is no message becomes
  /// [Unreadable].
  static Sip2Message read(String text) {
    if (text.length() < 2) {
      return new Unreadable(text);
    }
    Optional<Sip2Layout> layout = Sip2Layout.of(text.substring(0, 2));
    return layout.isPresent() ? layout.get().read(text.substring(2)) : new Unreadable(text);
  }
}
