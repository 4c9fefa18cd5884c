package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.libstation.central.CentralSystem.Paid;
import org.libstation.circulation.Answer;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentOutcome.Why;
import org.libstation.circulation.Pin;
import org.libstation.journal.Act;
import org.libstation.journal.Entry;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.Closed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.PaymentTerminal.Outcome;

/// Brings money from the terminal to the central system.
///
/// `PaymentAsked` is on disk before the terminal is asked; `MoneyTaken` is on disk before a 37 may
/// leave. A payment cut short between the two is found by asking the terminal. A 37 in doubt rests,
/// and then the account is looked at (63): less by exactly what was paid, it was booked; exactly as
/// before on two looks, it is sent again; anything else, and whatever cannot be told, is for staff.
final class Payments {
  /// How long a person may stand at the terminal.
  static final Duration AT_TERMINAL = Duration.ofSeconds(60);

  private final SettlingParts parts;
  private final Optional<PaymentTerminal> terminal;

  Payments(SettlingParts parts, Optional<PaymentTerminal> terminal) {
    this.parts = parts;
    this.terminal = terminal;
  }

  /// Takes the money and reports it, if that can be done now.
  ///
  /// Only the owner of the payment's lane may call this.
  ///
  /// @param pin where nothing is told without it
  /// @param payment the whole sum that the person was shown; where another one is owed, nothing is
  ///   taken
  PaymentOutcome pay(PatronId patron, Optional<Pin> pin, Payment payment) {
    if (terminal.isEmpty()) {
      return new PaymentOutcome.NotPaid(Why.TERMINAL_NOT_READY);
    }
    if (open(patron)) {
      return new PaymentOutcome.NotPaid(Why.EARLIER_PAYMENT_OPEN);
    }
    Optional<Money> owed = owed(patron, pin);
    if (owed.isEmpty() || !owed.get().equals(payment.amount())) {
      return new PaymentOutcome.NotPaid(Why.SUM_NOT_CERTAIN);
    }
    long asked =
        parts
            .journal()
            .append(
                new NewEntry(
                    new PaymentAsked(payment),
                    Optional.of(patron),
                    List.of(
                        new Mark.AccountSeen(owed, Optional.empty()),
                        new Mark.Sending(Act.TERMINAL)),
                    List.of()));
    return switch (terminal.get().take(payment, AT_TERMINAL)) {
      case Outcome.Taken(String receipt) -> {
        Entry taken = taken(asked, payment, receipt, patron);
        yield reported(taken);
      }
      case Outcome.NotTaken(var why) -> {
        notTaken(asked, why);
        yield new PaymentOutcome.NotPaid(why(why));
      }
      case Outcome.Unknown(String reason) -> {
        parts.journal().mark(asked, new Mark.Unknown(reason));
        yield findNow(asked, payment);
      }
    };
  }

  /// Asked once more at once: most terminals know by then.
  private PaymentOutcome findNow(long asked, Payment payment) {
    Entry entry = parts.journal().find(asked).orElseThrow();
    return switch (askedAlone(entry, new PaymentAsked(payment))) {
      case Progress.Finished _ -> {
        Optional<Entry> money =
            parts.journal().open(payment.lane()).stream()
                .filter(each -> each.what() instanceof MoneyTaken)
                .findFirst();
        yield money.isPresent()
            ? reported(money.get())
            : parts.journal().find(asked).orElseThrow().state() == EntryState.CLOSED
                ? new PaymentOutcome.NotPaid(Why.CANCELLED)
                : new PaymentOutcome.NotKnown(payment);
      }
      case Progress.Moved _, Progress.Waits _, Progress.NoLink _ ->
          new PaymentOutcome.NotKnown(payment);
    };
  }

  private static Why why(PaymentTerminal.Why why) {
    return switch (why) {
      case DECLINED -> Why.DECLINED;
      case CANCELLED, NEVER_ASKED -> Why.CANCELLED;
      case TIMED_OUT -> Why.TIMED_OUT;
      case NOT_READY -> Why.TERMINAL_NOT_READY;
    };
  }

  /// While an earlier payment is open, what the account says is no measure for the next one.
  private boolean open(PatronId patron) {
    return parts.journal().open().stream()
        .filter(entry -> entry.what() instanceof PaymentAsked || entry.what() instanceof MoneyTaken)
        .anyMatch(entry -> parts.journal().card(entry.number()).filter(patron::equals).isPresent());
  }

  private Optional<Money> owed(PatronId patron, Optional<Pin> pin) {
    return parts.central().patron(patron, pin, false)
            instanceof Answer.Accepted<PatronLook>(var look)
        ? look.owed()
        : Optional.empty();
  }

  private Entry taken(long asked, Payment payment, String receipt, PatronId patron) {
    Optional<Money> before =
        parts.journal().find(asked).stream()
            .flatMap(entry -> entry.marks().stream())
            .map(Entry.Noted::mark)
            .filter(Mark.AccountSeen.class::isInstance)
            .findFirst()
            .flatMap(mark -> ((Mark.AccountSeen) mark).owed());
    long number =
        parts
            .journal()
            .append(
                new NewEntry(
                    new MoneyTaken(payment, before, receipt),
                    Optional.of(patron),
                    List.of(),
                    List.of(
                        new MarkOn(asked, new Mark.Accepted(Optional.empty(), receipt)),
                        new MarkOn(asked, new Closed(Closed.Reason.SETTLED, Ledger.STATION)))));
    return parts.journal().find(number).orElseThrow();
  }

  private void notTaken(long asked, PaymentTerminal.Why why) {
    parts
        .journal()
        .mark(
            asked,
            List.of(
                new Mark.NotSent("the terminal took nothing: " + why),
                new Closed(Closed.Reason.ABANDONED, Ledger.STATION)));
  }

  private PaymentOutcome reported(Entry entry) {
    MoneyTaken taken = (MoneyTaken) entry.what();
    Progress _ = work(entry, taken);
    boolean booked =
        parts
            .journal()
            .find(entry.number())
            .filter(each -> each.state() == EntryState.CLOSED)
            .isPresent();
    return booked
        ? new PaymentOutcome.Paid(taken.payment())
        : new PaymentOutcome.PaidToBeBooked(taken.payment());
  }

  /// The terminal was asked, and what it did was not written.
  Progress askedAlone(Entry entry, PaymentAsked asked) {
    Outcome outcome =
        terminal
            .map(each -> each.find(asked.payment()))
            .orElseGet(() -> new Outcome.Unknown("the station has no terminal any more"));
    return switch (outcome) {
      case Outcome.Taken(String receipt) -> {
        Optional<PatronId> card = parts.journal().card(entry.number());
        if (card.isEmpty()) {
          yield inDoubt(entry, asked, "the card number is no longer kept");
        }
        Entry _ = taken(entry.number(), asked.payment(), receipt, card.get());
        yield new Progress.Finished();
      }
      case Outcome.NotTaken(var why) -> {
        notTaken(entry.number(), why);
        yield new Progress.Finished();
      }
      case Outcome.Unknown(String reason) -> {
        Duration left = parts.elapsed().left(TERMINAL_WAIT, parts.elapsed().certainly(entry.at()));
        yield left.isPositive() && terminal.isPresent()
            ? new Progress.Waits(left)
            : inDoubt(entry, asked, reason);
      }
    };
  }

  /// How long a terminal that cannot tell is asked again before staff look at it.
  static final Duration TERMINAL_WAIT = Duration.ofMinutes(10);

  private Progress inDoubt(Entry entry, PaymentAsked asked, String reason) {
    return parts
        .ledger()
        .toStaff(
            entry,
            StaffLine.StaffReason.TERMINAL_IN_DOUBT,
            asked.payment().amount()
                + " asked for "
                + Ledger.moment(entry.at())
                + "; whether the terminal took it cannot be told: "
                + reason);
  }

  /// Reports money that was taken.
  Progress work(Entry entry, MoneyTaken taken) {
    return switch (entry.state()) {
      case ACCEPTED -> parts.ledger().close(entry, Closed.Reason.SETTLED);
      case REFUSED -> refused(entry, taken, "refused by the central system");
      case WRITTEN, WAITING, IN_DOUBT, WITH_STAFF, CLOSED ->
          switch (parts.doubt().stage(entry)) {
            case Doubt.Stage.Quarantined(var left) -> new Progress.Waits(left);
            case Doubt.Stage.Clear _ -> send(entry, taken);
            case Doubt.Stage.FirstLook _ -> lookUp(entry, taken, false);
            case Doubt.Stage.LastLook _ -> lookUp(entry, taken, true);
          };
    };
  }

  /// What is owed is looked at just before each sending: without it a doubt could not be solved.
  private Progress send(Entry entry, MoneyTaken taken) {
    return owed(
        entry,
        (card, owed) -> send(entry, taken, card, owed),
        reason -> refused(entry, taken, reason));
  }

  /// @param seen takes what the card owes now
  /// @param hidden takes why that cannot be seen
  private Progress owed(
      Entry entry,
      BiFunction<PatronId, Optional<Money>, Progress> seen,
      Function<String, Progress> hidden) {
    Optional<PatronId> card = parts.journal().card(entry.number());
    if (card.isEmpty()) {
      return hidden.apply("the card number is no longer kept");
    }
    return switch (parts.central().patron(card.get(), Optional.empty(), false)) {
      case Answer.NotSent<PatronLook> _, Answer.Unknown<PatronLook> _ -> new Progress.NoLink();
      case Answer.Refused<PatronLook>(var refusal) ->
          hidden.apply("the account is not shown: " + refusal.told());
      case Answer.Accepted<PatronLook>(var look) -> seen.apply(card.get(), look.owed());
    };
  }

  private Progress send(Entry entry, MoneyTaken taken, PatronId card, Optional<Money> owedBefore) {
    parts
        .ledger()
        .mark(
            entry,
            new Mark.AccountSeen(owedBefore, Optional.empty()),
            new Mark.Sending(Act.PAYMENT));
    return switch (parts.central().pay(card, taken.payment())) {
      case Answer.Accepted<Paid> _ ->
          parts
              .ledger()
              .close(
                  entry,
                  Closed.Reason.SETTLED,
                  new Mark.Accepted(Optional.empty(), Act.PAYMENT.word()));
      case Answer.Refused<Paid>(var refusal) ->
          refused(
              entry,
              taken,
              refusal.told(),
              new Mark.Refused(refusal.reason(), refusal.words().text()));
      case Answer.NotSent<Paid>(var reason) -> parts.ledger().notSent(entry, reason);
      case Answer.Unknown<Paid>(var reason, var anothers) ->
          parts.ledger().unknown(entry, reason, anothers);
    };
  }

  private Progress lookUp(Entry entry, MoneyTaken taken, boolean last) {
    return owed(
        entry,
        (card, owed) -> judge(entry, taken, card, owed, last),
        reason -> cannotTell(entry, taken, reason));
  }

  private Progress judge(
      Entry entry, MoneyTaken taken, PatronId card, Optional<Money> owed, boolean last) {
    Optional<Money> before = owedBeforeSending(entry);
    Mark seen = new Mark.AccountSeen(owed, Optional.empty());
    if (before.isEmpty()
        || owed.isEmpty()
        || !before.get().currency().equals(owed.get().currency())) {
      return cannotTell(entry, taken, "the account names no sum", seen);
    }
    long less = before.get().minor() - owed.get().minor();
    if (less == taken.payment().amount().minor()) {
      return parts.ledger().close(entry, Closed.Reason.FOUND_DONE, seen);
    }
    if (less != 0) {
      return cannotTell(
          entry, taken, "owed " + before.get() + " before and " + owed.get() + " now", seen);
    }
    if (!last) {
      parts.ledger().mark(entry, seen);
      return new Progress.Moved();
    }
    if (parts.doubt().timesSent(entry) >= parts.settings().doubtsBeforeStaff()) {
      return cannotTell(entry, taken, "sent several times, never answered", seen);
    }
    return send(entry, taken, card, owed);
  }

  /// What the look just before the last 37 said.
  private static Optional<Money> owedBeforeSending(Entry entry) {
    Optional<Money> owed = Optional.empty();
    Optional<Money> before = Optional.empty();
    for (Entry.Noted noted : entry.marks()) {
      if (noted.mark() instanceof Mark.AccountSeen seen) {
        owed = seen.owed();
      } else if (noted.mark() instanceof Mark.Sending) {
        before = owed;
      }
    }
    return before;
  }

  private Progress cannotTell(Entry entry, MoneyTaken taken, String why, Mark... before) {
    return toStaff(
        entry,
        taken,
        StaffLine.StaffReason.PAYMENT_IN_DOUBT,
        "whether it was booked: " + why,
        before);
  }

  private Progress refused(Entry entry, MoneyTaken taken, String why, Mark... before) {
    return toStaff(
        entry, taken, StaffLine.StaffReason.PAYMENT_REFUSED, "not booked: " + why, before);
  }

  private Progress toStaff(
      Entry entry, MoneyTaken taken, StaffLine.StaffReason kind, String why, Mark... before) {
    return parts
        .ledger()
        .toStaff(
            entry,
            kind,
            taken.payment().amount()
                + " taken "
                + Ledger.moment(entry.at())
                + ", terminal "
                + taken.receipt()
                + "; "
                + why,
            before);
  }
}
