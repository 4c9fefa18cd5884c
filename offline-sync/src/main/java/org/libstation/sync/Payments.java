package org.libstation.sync;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
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
import org.libstation.circulation.TerminalNote;
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

/// Brings money from the terminal to the central system, all that is owed or a part of it.
///
/// `PaymentAsked` is on disk before the terminal is asked; `MoneyTaken` is on disk before a 37 may
/// leave. A payment cut short between the two is found by asking the terminal. A 37 in doubt rests,
/// and then the account is looked at (63): less by exactly what was paid, and the charge it names
/// too, it was booked; exactly as before on two looks, it is sent again; anything else, and
/// whatever cannot be told, is for staff.
final class Payments {
  /// How long a person may stand at the terminal.
  static final Duration AT_TERMINAL = Duration.ofSeconds(60);

  private final SettlingParts parts;
  private final Optional<PaymentTerminal> terminal;
  private final PaymentLines lines;

  Payments(SettlingParts parts, Optional<PaymentTerminal> terminal) {
    this.parts = parts;
    this.terminal = terminal;
    this.lines = new PaymentLines(parts.ledger());
  }

  /// Takes the money and reports it, if that can be done now.
  ///
  /// Only the owner of the payment's lane may call this.
  ///
  /// @param pin where nothing is told without it
  /// @param reference of the payment, given to no other
  /// @param wish what the person was shown, and what of it they pay; where the account says
  ///   something else now, nothing is taken
  /// @param payer is shown what to do at the terminal now, and may stop
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
          reported(taken(asked, what, done.numbers(), patron), payment);
      case TerminalOutcome.NotTaken(var why) -> {
        notTaken(asked, why);
        yield new PaymentOutcome.NotPaid(why(why));
      }
      case TerminalOutcome.TookOther other -> {
        Progress _ = judged(parts.journal().find(asked).orElseThrow(), what, other);
        yield new PaymentOutcome.NotKnown(
            payment, PaymentOutcome.DoubtTreatment.TOOK_OTHER, other.told().took());
      }
      case TerminalOutcome.PaymentUnknown(String reason, boolean _) -> {
        parts.journal().mark(asked, new Mark.OutcomeUnknown(reason));
        yield findNow(asked, what);
      }
    };
  }

  /// Asked once more at once: most terminals know by then.
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

  /// What was written of the money of one payment and is not settled yet, share by share.
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

  /// While an earlier payment is open, what the account says is no measure for the next one.
  boolean isOpen(PatronId patron) {
    return parts.journal().open().stream()
        .filter(entry -> entry.what() instanceof PaymentAsked || entry.what() instanceof MoneyTaken)
        .anyMatch(entry -> parts.journal().card(entry.number()).filter(patron::equals).isPresent());
  }

  /// The charges one by one only where a payment names one: their list may be long.
  private Answer<ChargesLook> look(PatronId patron, Optional<Pin> pin, boolean named) {
    return named
        ? parts.central().charges(patron, pin)
        : parts
            .central()
            .patron(patron, pin, false)
            .map(look -> new ChargesLook(look.owed(), List.of()));
  }

  /// Whether a charge is listed with at least what shall be paid of it.
  private static boolean covers(ChargesLook look, PaymentRequest.Share share) {
    return look.open(share.charge())
        .filter(open -> open.currency().equals(share.amount().currency()))
        .filter(open -> open.minor() >= share.amount().minor())
        .isPresent();
  }

  /// Writes what is to be reported, a charge an entry. The ask closes with the last of them: cut
  /// short between two it stays the first of its lane, so none leaves before all are written.
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
                new Mark.NotSent("the terminal took nothing: " + why),
                new EntryClosed(EntryClosed.ClosingReason.ABANDONED, Ledger.STATION)));
  }

  /// One after the other: while one of them is in doubt the account is no measure for the next.
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

  /// The terminal was asked, and what it did was not written, or not all of it.
  Progress askedAlone(JournalEntry entry, PaymentAsked asked) {
    return judged(entry, asked, found(asked));
  }

  private Progress judged(JournalEntry entry, PaymentAsked asked, TerminalOutcome outcome) {
    return switch (outcome) {
      case TerminalOutcome.PaymentTaken done -> {
        Optional<PatronId> card = parts.journal().card(entry.number());
        if (card.isEmpty()) {
          TerminalNote told =
              new TerminalNote("the terminal took " + asked.payment().amount(), done.numbers());
          yield lines.toStaff(
              entry,
              asked,
              StaffLine.StaffReason.TERMINAL_IN_DOUBT,
              told.text() + "; the card number is no longer kept");
        }
        List<JournalEntry> _ = taken(entry.number(), asked, done.numbers(), card.get());
        yield new Progress.Finished();
      }
      case TerminalOutcome.NotTaken(var why) -> {
        notTaken(entry.number(), why);
        yield new Progress.Finished();
      }
      case TerminalOutcome.TookOther(TerminalNote told) ->
          lines.toStaff(entry, asked, StaffLine.StaffReason.TERMINAL_OTHER_SUM, told.text());
      case TerminalOutcome.PaymentUnknown(String reason, boolean forGood) -> {
        Duration left = parts.elapsed().left(TERMINAL_WAIT, parts.elapsed().certainly(entry.at()));
        yield left.isPositive() && terminal.isPresent() && !forGood
            ? new Progress.Waits(left.compareTo(LOOK_AGAIN) < 0 ? left : LOOK_AGAIN)
            : lines.toStaff(
                entry,
                asked,
                StaffLine.StaffReason.TERMINAL_IN_DOUBT,
                "whether the terminal took it cannot be told: " + reason);
      }
    };
  }

  /// A share that is written says that the money was taken: nobody need be asked.
  private TerminalOutcome found(PaymentAsked asked) {
    Optional<JournalEntry> begun = money(asked.payment()).stream().findFirst();
    if (begun.isPresent()) {
      return new TerminalOutcome.PaymentTaken(
          ((MoneyTaken) begun.get().what()).receipt(), Optional.empty(), Optional.empty());
    }
    return terminal
        .map(each -> each.find(asked.payment()))
        .orElseGet(
            () -> TerminalOutcome.PaymentUnknown.forNow("the station has no terminal any more"));
  }

  /// How long a terminal that cannot tell is asked again before staff look at it.
  static final Duration TERMINAL_WAIT = Duration.ofMinutes(10);

  /// Between two looks at a terminal that could not tell: what it says changes by itself.
  static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  /// Reports money that was taken.
  Progress work(JournalEntry entry, MoneyTaken taken) {
    if (entry.state() == EntryState.IN_DOUBT && beingGivenBack(entry)) {
      return lines.perhapsGivenBack(entry, taken, "the station was cut short");
    }
    return switch (entry.state()) {
      case ACCEPTED -> parts.ledger().close(entry, EntryClosed.ClosingReason.SETTLED);
      case REFUSED -> lines.refused(entry, taken, "refused by the central system");
      case WRITTEN, WAITING, IN_DOUBT, WITH_STAFF, CLOSED ->
          switch (parts.doubt().stage(entry)) {
            case Doubt.DoubtStage.Quarantined(var left) -> new Progress.Waits(left);
            case Doubt.DoubtStage.Clear _ -> send(entry, taken);
            case Doubt.DoubtStage.FirstLook _ -> lookUp(entry, taken, false);
            case Doubt.DoubtStage.LastLook _ -> lookUp(entry, taken, true);
          };
    };
  }

  /// What is owed is looked at just before each sending: without it a doubt could not be solved.
  private Progress send(JournalEntry entry, MoneyTaken taken) {
    return owed(
        entry,
        taken.payment(),
        (card, owed) -> send(entry, taken, card, owed),
        reason -> lines.refused(entry, taken, reason));
  }

  /// @param seen takes what the card owes now
  /// @param hidden takes why that cannot be seen
  private Progress owed(
      JournalEntry entry,
      Payment payment,
      BiFunction<PatronId, Mark.AccountSeen, Progress> seen,
      Function<String, Progress> hidden) {
    Optional<PatronId> card = parts.journal().card(entry.number());
    if (card.isEmpty()) {
      return hidden.apply("the card number is no longer kept");
    }
    return switch (look(card.get(), Optional.empty(), payment.charge().isPresent())) {
      case Answer.NotSent<ChargesLook> _, Answer.Unknown<ChargesLook> _ -> new Progress.NoLink();
      case Answer.Refused<ChargesLook>(var refusal) ->
          hidden.apply("the account is not shown: " + refusal.told());
      case Answer.Accepted<ChargesLook>(var look) ->
          seen.apply(
              card.get(),
              new Mark.AccountSeen(
                  look.owed(), Optional.empty(), payment.charge().flatMap(look::open)));
    };
  }

  /// A charge that is gone, or less than what was paid of it, is not paid by name: some systems put
  /// what is too much to other charges.
  private Progress send(
      JournalEntry entry, MoneyTaken taken, PatronId card, Mark.AccountSeen before) {
    Payment payment = taken.payment();
    boolean open =
        before.charge().filter(sum -> sum.minor() >= payment.amount().minor()).isPresent();
    if (payment.charge().isPresent() && !open) {
      return lines.refused(
          entry,
          taken,
          "of the charge %s %s is open"
              .formatted(
                  payment.charge().get(), before.charge().map(Money::toString).orElse("nothing")),
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
        // A share alone cannot be given back.
        yield payment.charge().isEmpty() && terminal.filter(PaymentTerminal::givesBack).isPresent()
            ? givenBack(entry, taken, refusal.told(), said)
            : lines.refused(entry, taken, refusal.told(), said);
      }
      case Answer.NotSent<PaymentAccepted>(var reason, _) -> parts.ledger().notSent(entry, reason);
      case Answer.Unknown<PaymentAccepted>(var reason, var anothers) ->
          parts.ledger().unknown(entry, reason, anothers);
    };
  }

  /// On the disk before the terminal hears it; asked once.
  private Progress givenBack(JournalEntry entry, MoneyTaken taken, String why, Mark said) {
    parts.ledger().mark(entry, said, Mark.Sending.of(Act.REVERSAL));
    return switch (terminal.orElseThrow().reverse(taken.payment(), taken.receipt())) {
      case Reversed.ReversalDone(String numbers) ->
          parts
              .ledger()
              .close(entry, EntryClosed.ClosingReason.REFUSED, Mark.Accepted.givenBack(numbers));
      case Reversed.NotReversed(String reason) ->
          lines.refused(entry, taken, why + "; the terminal did not give it back: " + reason);
      case Reversed.ReversalUnknown(String reason) -> lines.perhapsGivenBack(entry, taken, reason);
    };
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

  /// Before the money was taken, where no look came before a report. Of several shares it is no
  /// measure: another share may have been booked since.
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
      return lines.cannotTell(entry, taken, "the account names no sum", now);
    }
    Optional<Money> charged = before.flatMap(Mark.AccountSeen::charge);
    long paid = taken.payment().amount().minor();
    // What is not listed any more has nothing open.
    long lessOfCharge =
        charged.map(sum -> sum.minor() - now.charge().map(Money::minor).orElse(0L)).orElse(0L);
    if (less.getAsLong() == paid && (charged.isEmpty() || lessOfCharge == paid)) {
      return parts.ledger().close(entry, EntryClosed.ClosingReason.FOUND_DONE, now);
    }
    if (less.getAsLong() != 0 || lessOfCharge != 0) {
      return lines.cannotTell(
          entry,
          taken,
          "owed "
              + SeenAccounts.told(before.orElseThrow())
              + " before and "
              + SeenAccounts.told(now)
              + " now",
          now);
    }
    if (!last) {
      parts.ledger().mark(entry, now);
      return new Progress.StepWritten();
    }
    if (parts.doubt().timesSent(entry) >= parts.settings().inDoubt().timesBeforeStaff()) {
      return lines.cannotTell(entry, taken, "sent several times, never answered", now);
    }
    return send(entry, taken, card, now);
  }
}
