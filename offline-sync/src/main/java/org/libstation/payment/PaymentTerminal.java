package org.libstation.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TerminalNumbers;

/// A card terminal beside the station that takes a patron's money. Bank cards and their PINs stay
/// in it; the station knows only an amount and a reference.
///
/// One thread calls it, the desk's, which it may block. Methods that may be called from other
/// threads say so.
public interface PaymentTerminal extends AutoCloseable {

  /// Asks for the money and waits for the person.
  ///
  /// @param payment its reference must never be used for a second payment, not even after a restart
  /// @param atMost how long the person may take; then the terminal gives up by itself
  /// @param payer is shown what to do, each time that changes. If this person stops, the terminal
  ///   is asked to give up, or is never asked for the money. The outcome says what happened; the
  ///   money may still have been taken
  TerminalOutcome take(Payment payment, Duration atMost, Payer payer);

  /// Finds out what became of an earlier payment, perhaps of an earlier run of the program. This
  /// takes no money.
  TerminalOutcome find(Payment payment);

  /// Gives the money back while the terminal still can (for most: until its end of day).
  ///
  /// @param numbers as returned by [TerminalOutcome.PaymentTaken#numbers()]
  Reversed reverse(Payment payment, String numbers);

  /// Whether the site wants money given back here if the library refuses to book it.
  default boolean givesBack() {
    return false;
  }

  /// Ends the terminal's day: the terminal settles with its bank and reports its totals.
  DayEnd endOfDay();

  /// Asks whether the terminal could take money now. This takes no money.
  Condition diagnose();

  /// The condition found at the last contact or attempt; empty before the first one. Sends nothing,
  /// and may be called from any thread.
  default Optional<Condition> seen() {
    return Optional.empty();
  }

  /// Checks as cheaply as possible whether the terminal is there; [#seen()] then returns the
  /// result. Does nothing during a payment or while an earlier payment is undecided. May be called
  /// from any thread.
  default void look() {}

  @Override
  void close();

  /// The outcome of a payment.
  sealed interface TerminalOutcome {
    /// The money was taken.
    record PaymentTaken(TerminalNumbers numbers) implements TerminalOutcome {}

    /// No money was taken, and none will be.
    record NotTaken(TerminalRefusal why) implements TerminalOutcome {}

    /// The terminal took a sum other than the one asked for. This is final, whatever the terminal
    /// says later.
    record TookOther(TaskNote told) implements TerminalOutcome {}

    /// It is not known now whether the money was taken.
    ///
    /// @param reason for staff, with the terminal's numbers if it reported any
    /// @param forGood whether asking again cannot find it out either
    record PaymentUnknown(List<TaskNote> reason, boolean forGood) implements TerminalOutcome {
      public PaymentUnknown {
        reason = List.copyOf(reason);
      }

      /// An outcome that may become known later.
      public static PaymentUnknown forNow(TaskNote reason) {
        return new PaymentUnknown(List.of(reason), false);
      }
    }
  }

  /// Why no money was taken.
  enum TerminalRefusal {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The terminal knows no such payment: it was never asked for it.
    NEVER_ASKED,
    /// The terminal cannot be used now; it took nothing.
    NOT_READY
  }

  /// What became of money that should be given back.
  sealed interface Reversed {
    /// The money was given back.
    ///
    /// @param numbers numbers of the reversal, in the same form as those of a payment
    record ReversalDone(String numbers) implements Reversed {}

    /// The terminal still has the money.
    record NotReversed(List<TaskNote> reason) implements Reversed {
      public NotReversed {
        reason = List.copyOf(reason);
      }
    }

    /// It is not known now whether the money was given back.
    record ReversalUnknown(List<TaskNote> reason) implements Reversed {
      public ReversalUnknown {
        reason = List.copyOf(reason);
      }
    }
  }

  /// How the terminal's day ended.
  sealed interface DayEnd {
    /// The day ended, with its totals.
    ///
    /// @param first first receipt number of the day; empty if not reported
    /// @param last last receipt number of the day; empty if not reported
    /// @param total sum over all kinds of cards; empty if not reported
    /// @param sums totals by kind of card, without kinds that were not used; empty if not reported
    record Totals(
        Optional<String> first,
        Optional<String> last,
        Optional<Money> total,
        List<CardBrandTotal> sums)
        implements DayEnd {
      public Totals {
        sums = List.copyOf(sums);
      }
    }

    /// The day did not end.
    record DayNotEnded(String reason) implements DayEnd {}

    /// The terminal was asked to end its day, and it is not known whether it did. A person must
    /// look at the terminal.
    record DayEndUnknown(String reason) implements DayEnd {}
  }

  /// The day's total of one kind of card.
  ///
  /// @param count number of transactions
  record CardBrandTotal(CardBrand brand, int count, Money amount) {}

  /// Kinds of cards that a terminal counts separately.
  enum CardBrand {
    GIROCARD,
    JCB,
    MASTERCARD,
    AMERICAN_EXPRESS,
    VISA,
    DINERS,
    OTHER
  }

  /// Whether the terminal could take money.
  sealed interface Condition {
    /// It could take money.
    ///
    /// @param terminal its number at its bank; empty if not reported
    record TerminalReady(Optional<String> terminal) implements Condition {}

    /// It does not answer.
    record Away(String reason) implements Condition {}

    /// It answers, but cannot take money.
    ///
    /// @param reason for a technician, in this program's words
    record TerminalFaulty(String reason) implements Condition {}
  }
}
