package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.libstation.central.CentralSystem.PaymentAccepted;
import org.libstation.circulation.Answer;
import org.libstation.circulation.ChargesLook;
import org.libstation.circulation.CirculationEvent.MoneyTaken;
import org.libstation.circulation.CirculationEvent.PaymentAsked;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.Payer;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentOutcome.NonPaymentReason;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.Pin;
import org.libstation.circulation.TaskNote;
import org.libstation.circulation.TaskNoteCode;
import org.libstation.circulation.TerminalNumbers;
import org.libstation.journal.Act;
import org.libstation.journal.EntryState;
import org.libstation.journal.Journal.MarkOn;
import org.libstation.journal.Journal.NewEntry;
import org.libstation.journal.JournalEntry;
import org.libstation.journal.Mark;
import org.libstation.journal.Mark.EntryClosed;
import org.libstation.journal.Mark.StaffLine;
import org.libstation.payment.PaymentTerminal;
import org.libstation.payment.PaymentTerminal.Reversed;
import org.libstation.payment.PaymentTerminal.TerminalOutcome;

/// Takes money at the terminal, all or part of what is owed, and reports it to the central system.
///
/// `PaymentAsked` is on disk before the terminal is asked. `MoneyTaken` is on disk before a message
/// 37 may leave. If a payment was cut short between the two, the station asks the terminal about
/// it. After a 37 in doubt the station waits, then looks at the account (63):
///
/// * If the sum owed, and the charge that the payment names, are less by exactly what was paid, the
///   payment was booked.
/// * If both are exactly as before on two looks, it is sent again.
/// * Anything else goes to staff, as does a sum that cannot be seen.
final class Payments {
  /// How long a person may take at the terminal.
  static final Duration AT_TERMINAL = Duration.ofSeconds(60);

  private final SettlingParts parts;
  private final Optional<PaymentTerminal> terminal;
  private final PaymentLines lines;

  Payments(SettlingParts parts, Optional<PaymentTerminal> terminal) {
    this.parts = parts;
    this.terminal = terminal;
    this.lines = new PaymentLines(parts.ledger());
  }

  /// Lets the terminal take the money and reports the payment (37) to the central system, if that
  /// can be done now. Only the owner of the payment's lane ([Lanes]) may call this.
  ///
  /// @param pin for central systems that show no account without it
  /// @param reference unique to this payment
  /// @param wish what the person was shown, and what part of it they pay; if the account differs,
  ///   nothing is taken
  /// @param payer is shown what to do at the terminal, and may stop
  PaymentOutcome pay(
      PatronId patron, Optional<Pin> pin, String reference, PaymentRequest wish, Payer payer) {
    if (terminal.isEmpty()) {
      return new PaymentOutcome.NotPaid(NonPaymentReason.TERMINAL_NOT_READY);
    }
    if (isOpen(patron)) {
      return new PaymentOutcome.NotPaid(NonPaymentReason.EARLIER_PAYMENT_OPEN);
    }
    boolean named = !wish.shares().isEmpty();
    boolean asShown =
        look(patron, pin, named) instanceof Answer.Accepted<ChargesLook>(var look)
            && look.owed().filter(wish.owed()::equals).isPresent()
            && wish.shares().stream().allMatch(share -> covers(look, share));
    if (!asShown) {
      return new PaymentOutcome.NotPaid(NonPaymentReason.SUM_NOT_CERTAIN);
    }
    if (!parts.central().takesPayments()) {
      return new PaymentOutcome.NotPaid(NonPaymentReason.NOT_BOOKED_HERE);
    }
    if (payer.stops()) {
      return new PaymentOutcome.NotPaid(NonPaymentReason.CANCELLED);
    }
    Payment payment = Payment.ofWhatIsOwed(reference, wish.amount());
    List<Payment> shares =
        IntStream.range(0, wish.shares().size())
            .mapToObj(at -> payment.share(at + 1, wish.shares().get(at)))
            .toList();
    PaymentAsked what = new PaymentAsked(payment, shares);
    long asked =
        parts
            .journal()
            .append(
                NewEntry.of(
                    what,
                    Optional.of(patron),
                    List.of(
                        Mark.AccountSeen.ofNoCharge(Optional.of(wish.owed()), Optional.empty()),
                        Mark.Sending.of(Act.TERMINAL)),
                    List.of()));
    return switch (terminal.get().take(payment, AT_TERMINAL, payer)) {
      case TerminalOutcome.PaymentTaken done ->
          reported(taken(asked, what, done.numbers().text(), patron), payment);
      case TerminalOutcome.NotTaken(var why) -> {
        notTaken(asked, why);
        yield new PaymentOutcome.NotPaid(why(why));
      }
      case TerminalOutcome.TookOther other -> {
        Progress _ = judged(parts.journal().find(asked).orElseThrow(), what, other);
        yield new PaymentOutcome.NotKnown(
            payment, PaymentOutcome.DoubtTreatment.TOOK_OTHER, other.told().took());
      }
      case TerminalOutcome.PaymentUnknown(var reason, boolean _) -> {
        parts.journal().mark(asked, new Mark.OutcomeUnknown(reason));
        yield findNow(asked, what);
      }
    };
  }

  /// Asks the terminal once more at once: most terminals know the outcome by then.
  private PaymentOutcome findNow(long asked, PaymentAsked what) {
    JournalEntry entry = parts.journal().find(asked).orElseThrow();
    Payment payment = what.payment();
    return switch (askedAlone(entry, what)) {
      case Progress.Finished _ -> {
        List<JournalEntry> money = money(payment);
        yield !money.isEmpty()
            ? reported(money, payment)
            : parts.journal().find(asked).orElseThrow().state() == EntryState.CLOSED
                ? new PaymentOutcome.NotPaid(NonPaymentReason.CANCELLED)
                : PaymentOutcome.NotKnown.of(payment, PaymentOutcome.DoubtTreatment.WITH_STAFF);
      }
      case Progress.StepWritten _, Progress.Waits _, Progress.NoLink _ ->
          PaymentOutcome.NotKnown.of(payment, PaymentOutcome.DoubtTreatment.ASKED_AGAIN);
    };
  }

  /// The unsettled entries about the money of one payment, one for each share.
  private List<JournalEntry> money(Payment payment) {
    return parts.journal().open(payment.lane()).stream()
        .filter(each -> each.what() instanceof MoneyTaken)
        .toList();
  }

  private static NonPaymentReason why(PaymentTerminal.TerminalRefusal why) {
    return switch (why) {
      case DECLINED -> NonPaymentReason.DECLINED;
      case CANCELLED, NEVER_ASKED -> NonPaymentReason.CANCELLED;
      case TIMED_OUT -> NonPaymentReason.TIMED_OUT;
      case NOT_READY -> NonPaymentReason.TERMINAL_NOT_READY;
    };
  }

  /// Whether an earlier payment of the patron is open. Until it is settled, the account's sum
  /// proves nothing about the next one.
  boolean isOpen(PatronId patron) {
    return parts.journal().open().stream()
        .filter(entry -> entry.what() instanceof PaymentAsked || entry.what() instanceof MoneyTaken)
        .anyMatch(entry -> parts.journal().card(entry.number()).filter(patron::equals).isPresent());
  }

  /// Looks at what the patron owes. The single charges are fetched only if a payment names one,
  /// because their list may be long.
  private Answer<ChargesLook> look(PatronId patron, Optional<Pin> pin, boolean named) {
    return named
        ? parts.central().charges(patron, pin)
        : parts
            .central()
            .patron(patron, pin, false)
            .map(look -> new ChargesLook(look.owed(), List.of()));
  }

  /// Whether the account lists the charge with at least the amount to be paid.
  private static boolean covers(ChargesLook look, PaymentRequest.Share share) {
    return look.open(share.charge())
        .filter(open -> open.currency().equals(share.amount().currency()))
        .filter(open -> open.minor() >= share.amount().minor())
        .isPresent();
  }

  /// Writes one entry for each charge to be reported, and closes the ask with the last of them. If
  /// power fails in between, the ask stays first in its lane, so nothing is sent before all are
  /// written.
  private List<JournalEntry> taken(long asked, PaymentAsked what, String receipt, PatronId patron) {
    Optional<Money> before =
        parts.journal().find(asked).stream()
            .flatMap(entry -> entry.marks().stream())
            .map(JournalEntry.Noted::mark)
            .filter(Mark.AccountSeen.class::isInstance)
            .findFirst()
            .flatMap(mark -> ((Mark.AccountSeen) mark).owed());
    List<Payment> written =
        money(what.payment()).stream().map(each -> ((MoneyTaken) each.what()).payment()).toList();
    List<Payment> missing =
        what.reports().stream().filter(report -> !written.contains(report)).toList();
    List<MarkOn> settled =
        List.of(
            new MarkOn(asked, Mark.Accepted.mayClear(Optional.empty(), receipt)),
            new MarkOn(asked, new EntryClosed(EntryClosed.ClosingReason.SETTLED, Ledger.STATION)));
    if (missing.isEmpty()) {
      parts.journal().mark(settled);
    }
    for (Payment report : missing) {
      long _ =
          parts
              .journal()
              .append(
                  NewEntry.of(
                      new MoneyTaken(report, before, receipt),
                      Optional.of(patron),
                      List.of(),
                      report.equals(missing.getLast()) ? settled : List.of()));
    }
    return money(what.payment());
  }

  private void notTaken(long asked, PaymentTerminal.TerminalRefusal why) {
    parts
        .journal()
        .mark(
            asked,
            List.of(
                new Mark.NotSent(List.of(TaskNote.of(TaskNoteCode.TERMINAL_REFUSED, why))),
                new EntryClosed(EntryClosed.ClosingReason.ABANDONED, Ledger.STATION)));
  }

  /// Reports the shares one after the other: while one is in doubt, the account's sum proves
  /// nothing about the next.
  private PaymentOutcome reported(List<JournalEntry> money, Payment payment) {
    for (JournalEntry entry : money) {
      Progress _ = work(entry, (MoneyTaken) entry.what());
      JournalEntry now = parts.journal().find(entry.number()).orElseThrow();
      if (now.state() != EntryState.CLOSED) {
        return PaymentLines.perhapsGivenBack(now)
            ? PaymentOutcome.NotKnown.of(payment, PaymentOutcome.DoubtTreatment.WITH_STAFF)
            : new PaymentOutcome.PaidToBeBooked(payment);
      }
      if (beingGivenBack(now)) {
        return new PaymentOutcome.NotPaid(NonPaymentReason.GIVEN_BACK);
      }
    }
    return new PaymentOutcome.Paid(payment);
  }

  /// Asks the terminal about a payment whose result was not written, or not completely.
  Progress askedAlone(JournalEntry entry, PaymentAsked asked) {
    return judged(entry, asked, found(asked));
  }

  private Progress judged(JournalEntry entry, PaymentAsked asked, TerminalOutcome outcome) {
    return switch (outcome) {
      case TerminalOutcome.PaymentTaken done -> {
        Optional<PatronId> card = parts.journal().card(entry.number());
        if (card.isEmpty()) {
          yield lines.toStaff(
              entry,
              asked,
              StaffLine.StaffReason.TERMINAL_IN_DOUBT,
              List.of(
                  TaskNote.of(
                      TaskNoteCode.TERMINAL_TOOK, asked.payment().amount(), done.numbers().text()),
                  TaskNote.of(TaskNoteCode.CARD_NOT_KEPT)));
        }
        List<JournalEntry> _ = taken(entry.number(), asked, done.numbers().text(), card.get());
        yield new Progress.Finished();
      }
      case TerminalOutcome.NotTaken(var why) -> {
        notTaken(entry.number(), why);
        yield new Progress.Finished();
      }
      case TerminalOutcome.TookOther(TaskNote told) ->
          lines.toStaff(entry, asked, StaffLine.StaffReason.TERMINAL_OTHER_SUM, List.of(told));
      case TerminalOutcome.PaymentUnknown(var reason, boolean forGood) -> {
        Duration left = parts.elapsed().left(TERMINAL_WAIT, parts.elapsed().certainly(entry.at()));
        yield left.isPositive() && terminal.isPresent() && !forGood
            ? new Progress.Waits(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN)
            : lines.toStaff(
                entry,
                asked,
                StaffLine.StaffReason.TERMINAL_IN_DOUBT,
                joined(List.of(TaskNote.of(TaskNoteCode.TAKING_UNKNOWN)), reason));
      }
    };
  }

  /// Returns what the terminal did. If one share is already written, the money was taken, and the
  /// terminal is not asked.
  private TerminalOutcome found(PaymentAsked asked) {
    Optional<JournalEntry> begun = money(asked.payment()).stream().findFirst();
    if (begun.isPresent()) {
      return new TerminalOutcome.PaymentTaken(
          TerminalNumbers.parse(((MoneyTaken) begun.get().what()).receipt()));
    }
    return terminal
        .map(each -> each.find(asked.payment()))
        .orElseGet(
            () ->
                TerminalOutcome.PaymentUnknown.forNow(TaskNote.of(TaskNoteCode.TERMINAL_REMOVED)));
  }

  /// How long a terminal that does not know the outcome is asked again, before staff get a line.
  static final Duration TERMINAL_WAIT = Duration.ofMinutes(10);

  /// Pause between two such questions; the terminal's answer may change by itself.
  static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /// Does one unit of work to report money that was taken.
  Progress work(JournalEntry entry, MoneyTaken taken) {
    if (entry.state() == EntryState.IN_DOUBT && beingGivenBack(entry)) {
      return lines.perhapsGivenBack(entry, taken, List.of(TaskNote.of(TaskNoteCode.CUT_SHORT)));
    }
    return switch (entry.state()) {
      case ACCEPTED -> parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED);
      case REFUSED -> lines.refused(entry, taken, List.of(TaskNote.of(TaskNoteCode.BY_CENTRAL)));
      case WRITTEN, WAITING, IN_DOUBT, WITH_STAFF, CLOSED ->
          switch (parts.doubt().stage(entry)) {
            case Doubt.DoubtStage.Quarantined(var left) -> new Progress.Waits(left);
            case Doubt.DoubtStage.Clear _ -> send(entry, taken);
            case Doubt.DoubtStage.FirstLook _ -> lookUp(entry, taken, false);
            case Doubt.DoubtStage.LastLook _ -> lookUp(entry, taken, true);
          };
    };
  }

  /// Looks at what is owed just before each report; without that look a doubt could not be
  /// resolved.
  private Progress send(JournalEntry entry, MoneyTaken taken) {
    return owed(
        entry,
        taken.payment(),
        (card, owed) -> send(entry, taken, card, owed),
        reason -> lines.refused(entry, taken, reason));
  }

  /// Looks at what the card owes and calls one of two functions.
  ///
  /// @param seen takes what the card owes now
  /// @param hidden takes why that cannot be seen
  private Progress owed(
      JournalEntry entry,
      Payment payment,
      BiFunction<PatronId, Mark.AccountSeen, Progress> seen,
      Function<List<TaskNote>, Progress> hidden) {
    Optional<PatronId> card = parts.journal().card(entry.number());
    if (card.isEmpty()) {
      return hidden.apply(List.of(TaskNote.of(TaskNoteCode.CARD_NOT_KEPT)));
    }
    return switch (look(card.get(), Optional.empty(), payment.charge().isPresent())) {
      case Answer.NotSent<ChargesLook> _, Answer.Unknown<ChargesLook> _ -> new Progress.NoLink();
      case Answer.Refused<ChargesLook>(var refusal) ->
          hidden.apply(
              List.of(TaskNote.of(TaskNoteCode.ACCOUNT_NOT_SHOWN), TaskNote.refused(refusal)));
      case Answer.Accepted<ChargesLook>(var look) ->
          seen.apply(
              card.get(),
              new Mark.AccountSeen(
                  look.owed(), Optional.empty(), payment.charge().flatMap(look::open)));
    };
  }

  /// Reports the payment. If its charge is gone, or is less than the amount paid, it goes to staff:
  /// some systems book the excess on other charges.
  private Progress send(
      JournalEntry entry, MoneyTaken taken, PatronId card, Mark.AccountSeen before) {
    Payment payment = taken.payment();
    boolean open =
        before.charge().filter(sum -> sum.minor() >= payment.amount().minor()).isPresent();
    if (payment.charge().isPresent() && !open) {
      return lines.refused(
          entry,
          taken,
          List.of(
              TaskNote.of(
                  TaskNoteCode.CHARGE_OPEN,
                  payment.charge().get(),
                  before.charge().map(Money::toString).orElse(""))),
          before);
    }
    parts.ledger().mark(entry, before, Mark.Sending.of(Act.PAYMENT));
    return switch (parts.central().pay(card, payment)) {
      case Answer.Accepted<PaymentAccepted> _ ->
          parts
              .ledger()
              .close(
                  entry,
                  EntryClosed.ClosingReason.SETTLED,
                  Mark.Accepted.mayClear(Optional.empty(), Act.PAYMENT.word()));
      case Answer.Refused<PaymentAccepted>(var refusal) -> {
        Mark said = new Mark.RequestRefused(refusal.reason(), refusal.words().text());
        // A single share cannot be given back.
        yield payment.charge().isEmpty() && terminal.filter(PaymentTerminal::givesBack).isPresent()
            ? givenBack(entry, taken, TaskNote.refused(refusal), said)
            : lines.refused(entry, taken, List.of(TaskNote.refused(refusal)), said);
      }
      case Answer.NotSent<PaymentAccepted>(var reason, _) -> parts.ledger().notSent(entry, reason);
      case Answer.Unknown<PaymentAccepted>(var reason, var anothers) ->
          parts.ledger().unknown(entry, reason, anothers);
    };
  }

  /// Has the terminal give the money back. The intent is on disk before the terminal is asked, and
  /// the terminal is asked once.
  private Progress givenBack(JournalEntry entry, MoneyTaken taken, TaskNote why, Mark said) {
    parts.ledger().mark(entry, said, Mark.Sending.of(Act.REVERSAL));
    return switch (terminal.orElseThrow().reverse(taken.payment(), taken.receipt())) {
      case Reversed.ReversalDone(String numbers) ->
          parts
              .ledger()
              .close(entry, EntryClosed.ClosingReason.REFUSED, Mark.Accepted.givenBack(numbers));
      case Reversed.NotReversed(var reason) ->
          lines.refused(
              entry,
              taken,
              joined(List.of(why, TaskNote.of(TaskNoteCode.TERMINAL_NOT_GIVEN_BACK)), reason));
      case Reversed.ReversalUnknown(var reason) -> lines.perhapsGivenBack(entry, taken, reason);
    };
  }

  private static List<TaskNote> joined(List<TaskNote> first, List<TaskNote> last) {
    return Stream.concat(first.stream(), last.stream()).toList();
  }

  private static boolean beingGivenBack(JournalEntry entry) {
    return entry.marks().stream()
        .map(JournalEntry.Noted::mark)
        .anyMatch(mark -> mark instanceof Mark.Sending sent && sent.act() == Act.REVERSAL);
  }

  private Progress lookUp(JournalEntry entry, MoneyTaken taken, boolean last) {
    return owed(
        entry,
        taken.payment(),
        (card, now) -> judge(entry, taken, card, now, last),
        reason -> lines.cannotTell(entry, taken, reason));
  }

  /// Returns what was owed before the money was taken, for a report that no look preceded. Empty
  /// for a share of several: another share may have been booked since.
  private static Optional<Mark.AccountSeen> beforeMoney(MoneyTaken taken) {
    return taken.payment().charge().isPresent()
        ? Optional.empty()
        : taken
            .owedBefore()
            .map(owed -> Mark.AccountSeen.ofNoCharge(Optional.of(owed), Optional.empty()));
  }

  private Progress judge(
      JournalEntry entry, MoneyTaken taken, PatronId card, Mark.AccountSeen now, boolean last) {
    Optional<Mark.AccountSeen> before =
        SeenAccounts.beforeSending(entry).or(() -> beforeMoney(taken));
    OptionalLong less = SeenAccounts.less(before.flatMap(Mark.AccountSeen::owed), now.owed());
    if (less.isEmpty()) {
      return lines.cannotTell(entry, taken, List.of(TaskNote.of(TaskNoteCode.ACCOUNT_NO_SUM)), now);
    }
    Optional<Money> charged = before.flatMap(Mark.AccountSeen::charge);
    long paid = taken.payment().amount().minor();
    // A charge that is no longer listed has nothing open.
    long lessOfCharge =
        charged.map(sum -> sum.minor() - now.charge().map(Money::minor).orElse(0L)).orElse(0L);
    if (less.getAsLong() == paid && (charged.isEmpty() || lessOfCharge == paid)) {
      return parts.ledger().close(entry, EntryClosed.ClosingReason.FOUND_DONE, now);
    }
    if (less.getAsLong() != 0 || lessOfCharge != 0) {
      return lines.cannotTell(
          entry, taken, List.of(SeenAccounts.differ(before.orElseThrow(), now)), now);
    }
    if (!last) {
      parts.ledger().mark(entry, now);
      return new Progress.StepWritten();
    }
    if (parts.doubt().timesSent(entry) >= parts.settings().inDoubt().timesBeforeStaff()) {
      return lines.cannotTell(entry, taken, List.of(TaskNote.of(TaskNoteCode.NEVER_ANSWERED)), now);
    }
    return send(entry, taken, card, now);
  }
}
