package org.libstation.circulation;

/// What a person at the payment terminal shall do now. The terminal's own words are never shown:
/// each step has one sentence of ours.
public enum PaymentStep {
  /// Hold the card at the terminal, or put it in.
  PRESENT_CARD,
  /// The card could not be read so: once more, or another way.
  PRESENT_AGAIN,
  /// Press the terminal's green key.
  CONFIRM,
  ENTER_PIN,
  WRONG_PIN,
  /// Nothing: the terminal speaks to the bank.
  WAIT,
  REMOVE_CARD,
  /// The bank says no. The payment's outcome follows.
  DECLINED
}
