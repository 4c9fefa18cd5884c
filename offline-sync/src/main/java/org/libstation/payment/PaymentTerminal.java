package org.libstation.payment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Money;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.TerminalNote;

/// What takes a patron's money: a card terminal beside the station. Cards and PINs of banks stay in
/// it; the station hears an amount and a reference.
///
/// Called by one thread, the desk's, which it may keep waiting.
public interface PaymentTerminal extends AutoCloseable {

  /// Asks for the money and waits for the person.
  ///
  /// @param payment its reference is given to no second payment, also after a restart
  /// @param atMost how long the person may take; then the terminal gives up by itself
  /// @param payer is shown what to do now, each time it changes. Where this person stops, the
  ///   terminal is asked to give up what it waits for, or is never asked for the money; what became
  ///   of it is the outcome, which may still be that the money was taken
  TerminalOutcome take(Payment payment, Duration atMost, Payer payer);

  /// What became of a payment that was asked for earlier, perhaps in a former run of the program.
  /// Asking takes no money.
  TerminalOutcome find(Payment payment);

  /// Gives back what was taken, as long as the terminal can (most: until its end of day).
  ///
  /// @param numbers as [TerminalOutcome.PaymentTaken#numbers()] told them
  Reversed reverse(Payment payment, String numbers);

  /// Whether what the library refuses to book shall be given back here, as the site wishes.
  default boolean givesBack() {
    return false;
  }

  /// Ends the terminal's day: it settles with its bank what it took, and tells its sums.
  DayEnd endOfDay();

  /// Whether it could take money now. Takes none.
  Condition diagnose();

  /// How it was when it was last spoken to, looked for or missed; empty before that. Asks nothing;
  /// from any thread.
  default Optional<Condition> seen() {
    return Optional.empty();
  }

  /// Looks whether it is there, as cheaply as that can be told; [#seen()] says what was found. Does
  /// nothing while something is paid, or a payment is not decided yet. From any thread.
  default void look() {}

  @Override
  void close();

  /// How a payment ended.
  sealed interface TerminalOutcome {
    /// The money is taken.
    ///
    /// @param receipt the terminal's own number of the transaction
    /// @param trace its bank's, where it told one
    /// @param terminal the terminal's own number at its bank, where it told one
    record PaymentTaken(String receipt, Optional<String> trace, Optional<String> terminal)
        implements TerminalOutcome {

      /// What staff need to find it at the terminal and at the bank, such as `0017 trace 004711
      /// terminal 52500038`. It begins with the receipt number, which has no blank.
      public String numbers() {
        return receipt
            + trace.map(" trace "::concat).orElse("")
            + terminal.map(" terminal "::concat).orElse("");
      }
    }

    /// No money was taken, and none will be.
    record NotTaken(TerminalRefusal why) implements TerminalOutcome {}

    /// It took something else than it was asked for, whatever it says later.
    record TookOther(TerminalNote told) implements TerminalOutcome {}

    /// Nobody can tell now.
    ///
    /// @param reason for staff, with the terminal's numbers where it told some
    /// @param forGood whether asking again will not tell either
    record PaymentUnknown(String reason, boolean forGood) implements TerminalOutcome {

      /// It may be told later.
      public static PaymentUnknown forNow(String reason) {
        return new PaymentUnknown(reason, false);
      }
    }
  }

  /// Why no money was taken.
  enum TerminalRefusal {
    DECLINED,
    CANCELLED,
    TIMED_OUT,
    /// The terminal knows no such payment: it was never asked.
    NEVER_ASKED,
    /// The terminal cannot be reached; nothing was asked.
    NOT_READY
  }

  /// What became of money that was to be given back.
  sealed interface Reversed {
    /// @param numbers of the reversal, as of a payment
    record ReversalDone(String numbers) implements Reversed {}

    /// The money is still taken.
    record NotReversed(String reason) implements Reversed {}

    /// Nobody can tell now.
    record ReversalUnknown(String reason) implements Reversed {}
  }

  /// How the terminal's day ended.
  sealed interface DayEnd {
    /// @param first and last: the receipt numbers of the day, where it tells them
    /// @param total of all kinds, where it tells one
    /// @param sums by kind of card, without those of which there is none; empty where it tells none
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

    /// It did not end.
    record DayNotEnded(String reason) implements DayEnd {}

    /// It was asked to, and nobody can tell now whether it did: only the terminal can be looked at.
    record DayEndUnknown(String reason) implements DayEnd {}
  }

  /// @param count of transactions
  record CardBrandTotal(CardBrand brand, int count, Money amount) {}

  /// Kinds of cards that a terminal counts apart.
  enum CardBrand {
    GIROCARD,
    JCB,
    MASTERCARD,
    AMERICAN_EXPRESS,
    VISA,
    DINERS,
    OTHER
  }

  /// Whether it could take money.
  sealed interface Condition {
    /// @param terminal its own number at its bank, where it tells one
    record TerminalReady(Optional<String> terminal) implements Condition {}

    /// It does not answer.
    record Away(String reason) implements Condition {}

    /// It answers, and can take nothing.
    ///
    /// @param reason for a technician, in our words
    record TerminalFaulty(String reason) implements Condition {}
  }
}
