package org.libstation.circulation;

/// How an attempt to pay ended, as the patron is told.
public sealed interface PaymentOutcome {

  /// Paid and booked.
  record Paid(Payment payment) implements PaymentOutcome {}

  /// Paid; the account shows it as soon as the central system has answered, or staff have put it
  /// right. The patron owes it no more.
  record PaidToBeBooked(Payment payment) implements PaymentOutcome {}

  /// No money was taken.
  record NotPaid(Why why) implements PaymentOutcome {}

  /// Nobody can tell whether the terminal took the money; staff have a line.
  record NotKnown(Payment payment) implements PaymentOutcome {}

  /// Why no money was taken.
  enum Why {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The terminal cannot be used now.
    TERMINAL_NOT_READY,
    /// What is owed cannot be told now, or has changed since it was shown.
    SUM_NOT_CERTAIN,
    NOTHING_OWED,
    /// An earlier payment of this card is not settled yet.
    EARLIER_PAYMENT_OPEN
  }
}
