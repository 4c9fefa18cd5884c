package org.libstation.circulation;

import java.util.Optional;

/// The outcome of an attempt to pay, as the patron is told.
public sealed interface PaymentOutcome {

  /// The money was taken, and the central system booked it.
  record Paid(Payment payment) implements PaymentOutcome {}

  /// The money was taken but is not booked yet, and the patron no longer owes it. The account shows
  /// it as soon as the central system has answered or staff have corrected it.
  record PaidToBeBooked(Payment payment) implements PaymentOutcome {}

  /// No money was taken.
  record NotPaid(NonPaymentReason why) implements PaymentOutcome {}

  /// It is not known now whether the terminal took the money that was asked for.
  ///
  /// @param took the other sum that the terminal says it took; empty if it named none
  record NotKnown(Payment payment, DoubtTreatment doubt, Optional<Money> took)
      implements PaymentOutcome {
    /// The outcome if the terminal names no other sum.
    public static NotKnown of(Payment payment, DoubtTreatment doubt) {
      return new NotKnown(payment, doubt, Optional.empty());
    }
  }

  /// What the station does about an unknown outcome.
  enum DoubtTreatment {
    /// The terminal is asked again; if it still cannot say, staff get a task.
    ASKED_AGAIN,
    /// Staff have a task.
    WITH_STAFF,
    /// Staff have a task: the terminal took money, but not the sum that was asked for.
    TOOK_OTHER
  }

  /// Why no money was taken.
  enum NonPaymentReason {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The terminal cannot be used now.
    TERMINAL_NOT_READY,
    /// The sum owed cannot be determined now, or it has changed since it was shown.
    SUM_NOT_CERTAIN,
    NOTHING_OWED,
    /// An earlier payment of this patron is still open in the journal.
    EARLIER_PAYMENT_OPEN,
    /// The central system accepts no payments from this station.
    NOT_BOOKED_HERE,
    /// The money was taken, the central system refused it, and the terminal gave it back.
    GIVEN_BACK
  }
}
