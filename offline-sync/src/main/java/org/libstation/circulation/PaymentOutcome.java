package org.libstation.circulation;

import java.util.Optional;

/// How an attempt to pay ended, as the patron is told.
public sealed interface PaymentOutcome {

  /// Paid and booked.
  record Paid(Payment payment) implements PaymentOutcome {}

  /// Paid; the account shows it as soon as the central system has answered, or staff have put it
  /// right. The patron owes it no more.
  record PaidToBeBooked(Payment payment) implements PaymentOutcome {}

  /// No money was taken.
  record NotPaid(NonPaymentReason why) implements PaymentOutcome {}

  /// Nobody can tell now whether the terminal has the money that was asked for.
  ///
  /// @param took what the terminal says it took instead
  record NotKnown(Payment payment, DoubtTreatment doubt, Optional<Money> took)
      implements PaymentOutcome {
    /// The terminal names no other sum.
    public static NotKnown of(Payment payment, DoubtTreatment doubt) {
      return new NotKnown(payment, doubt, Optional.empty());
    }
  }

  /// What is done about it.
  enum DoubtTreatment {
    /// The terminal is asked again; what it cannot tell in the end is for staff.
    ASKED_AGAIN,
    /// Staff have a line.
    WITH_STAFF,
    /// Staff have a line: the terminal took money, but not what was asked.
    TOOK_OTHER
  }

  /// Why no money was taken.
  enum NonPaymentReason {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The terminal cannot be used now.
    TERMINAL_NOT_READY,
    /// What is owed cannot be told now, or has changed since it was shown.
    SUM_NOT_CERTAIN,
    NOTHING_OWED,
    /// An earlier payment of this card is not settled yet.
    EARLIER_PAYMENT_OPEN,
    /// The central system takes no payments from this station.
    NOT_BOOKED_HERE,
    /// It was taken, the central system refused it, and the terminal gave it back.
    GIVEN_BACK
  }
}
