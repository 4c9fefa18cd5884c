package org.libstation.circulation;

/// What the person at the payment terminal must do now. The terminal's own texts are never shown:
/// each step has one sentence from this program.
public enum PaymentStep {
  /// Hold the card to the terminal, or insert it.
  PRESENT_CARD,
  /// The card could not be read: present it again, or in another way.
  PRESENT_AGAIN,
  /// Press the terminal's green key.
  CONFIRM,
  ENTER_PIN,
  WRONG_PIN,
  /// Wait while the terminal communicates with the bank.
  WAIT,
  REMOVE_CARD,
  /// The bank declined. The outcome of the payment follows.
  DECLINED
}
