package org.libstation.tools.sip2;

/// Explains how staff can try a payment (37) by hand. The probe never sends a payment, because no
/// message can undo a booked one.
final class PaymentProbe {
  private final LineProbe line;
  private final Findings found;

  PaymentProbe(LineProbe line, Findings found) {
    this.line = line;
    this.found = found;
  }

  /// Notes that payment was not tried, and how to try it.
  void notTried() {
    found.answer(
        "A payment (37)",
        Tried.NOT_TRIED,
        (line.denies("37") ? "BX says that it takes none. " : "")
            + "No probe pays. A station takes no money until 37 stands in messages.supported. To try"
            + " it: have the library put a small debt, such as 0.10, on the test patron; then, in"
            + " sip2 talk, ask 'patron CARD', pay it by 'pay CARD 0.10 CURRENCY', and ask 'patron"
            + " CARD' again. It works if the 38 says Y and BV is lower by exactly that sum. Where"
            + " the date of the 38 stands before the Y, write payment.answer: date-first");
  }
}
