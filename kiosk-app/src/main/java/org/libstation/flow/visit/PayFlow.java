package org.libstation.flow.visit;

import java.util.List;
import java.util.Optional;
import org.libstation.circulation.Answer;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.circulation.PaymentRequest;
import org.libstation.circulation.Pin;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Screen.Pay.PayPage;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Leads through a payment: choice of charges, amount, another person's card, the terminal and the
/// result. The visit goes on afterwards.
public final class PayFlow {
  /// Stands for the number of a payment that could not be written down.
  private static final String NOT_WRITTEN = "not written";

  /// Most digits of an amount: up to ten million in a currency with cents.
  private static final int MOST_DIGITS = 9;

  private PayFlow() {}

  public static void key(Turn turn, PayPage page, Key.OnPay key) {
    switch (key) {
      case Key.Digit(int digit) -> digit(turn, page, digit);
      case Key.Erase _ -> erase(turn, page);
      case Key.Confirm _ -> confirm(turn, page);
      case Key.Pay _ -> {
        if (page instanceof PayPage.Others) {
          others(turn);
        } else if (page instanceof PayPage.Terminal) {
          KnownAccount.known(turn)
              .filter(open -> !open.working())
              .ifPresent(open -> pay(turn, open));
        }
      }
      case Key.StopPaying _ -> KnownAccount.stopPaying(turn);
      case Key.ShowCharges _ -> back(turn);
      case Key.StartBorrow _ -> {
        if (!KnownAccount.underWay(turn)) {
          VisitFlow.borrow(turn);
        }
      }
      case Key.Leave _ -> LeaveFlow.leave(turn);
    }
  }

  /// Returns to the charges. Clears the result of a payment, because the person has read it.
  private static void back(Turn turn) {
    if (KnownAccount.underWay(turn)) {
      return;
    }
    turn.change(open -> open.withTyped(new Pin("")));
    KnownAccount.change(
        turn,
        open ->
            open.paying().mayTry() || isOthers(open.paying())
                ? open.withPaying(KnownAccount.afterOther(turn))
                : open);
    turn.show(new Screen.MyAccount(AccountPart.CHARGES, 0));
  }

  /// Takes in that the terminal went away or came back. The result of a payment stays on the screen
  /// to be read.
  ///
  /// @param away whether the terminal was away before
  public static void terminal(Turn turn, boolean away) {
    boolean now = turn.station.terminalAway();
    if (now == away) {
      return;
    }
    turn.staff(
        now ? Effect.StaffNote.TERMINAL_AWAY : Effect.StaffNote.TERMINAL_BACK,
        Optional.of(Code.M14).filter(_ -> now));
    KnownAccount.change(
        turn,
        open ->
            open.paying() instanceof Paying.PayingNotBegun
                    || open.paying() instanceof Paying.NotHere
                ? open.withPaying(KnownAccount.rest(turn))
                : open);
  }

  private static boolean isOthers(Paying paying) {
    return switch (paying) {
      case Paying.OtherShown _, Paying.OtherAsked _, Paying.OtherOwes _, Paying.OtherNot _ -> true;
      case Paying.PayingEnded ended -> ended.others();
      case Paying.NotHere _, Paying.PayingNotBegun _, Paying.AtTerminal _ -> false;
    };
  }

  // ---- an amount

  static void type(Turn turn, Known open) {
    if (open.choice().parts().amounts() && open.paying().mayTry()) {
      open.payable()
          .ifPresent(
              owed ->
                  turn.show(
                      new Screen.Pay(
                          new PayPage.Amount("", owed, turn.settings.pays(), Optional.empty()))));
    }
  }

  private static void digit(Turn turn, PayPage page, int digit) {
    if (page instanceof PayPage.Amount amount && amount.typed().length() < MOST_DIGITS) {
      String typed = amount.typed().isEmpty() && digit == 0 ? "" : amount.typed() + digit;
      show(turn, amount, typed, Optional.empty());
    } else if (page instanceof PayPage.OthersPin(int digits, var problem)
        && digits < FlowSettings.MOST_PIN_DIGITS) {
      turn.change(open -> open.withTyped(new Pin(open.typed().digits() + digit)));
      turn.show(new Screen.Pay(new PayPage.OthersPin(digits + 1, problem)));
    }
  }

  /// Removes the last digit. With nothing typed it leads back, because a small panel has no key for
  /// that.
  private static void erase(Turn turn, PayPage page) {
    if (page instanceof PayPage.Amount amount && !amount.typed().isEmpty()) {
      String typed = amount.typed().substring(0, amount.typed().length() - 1);
      show(turn, amount, typed, Optional.empty());
    } else if (page instanceof PayPage.OthersPin(int digits, var problem) && digits > 0) {
      turn.change(open -> open.withTyped(new Pin(open.typed().digits().substring(0, digits - 1))));
      turn.show(new Screen.Pay(new PayPage.OthersPin(digits - 1, problem)));
    } else {
      back(turn);
    }
  }

  private static void show(Turn turn, PayPage.Amount amount, String typed, Optional<Code> problem) {
    turn.show(new Screen.Pay(amount.with(c -> c.typed(typed).problem(problem))));
  }

  private static void confirm(Turn turn, PayPage page) {
    switch (page) {
      case PayPage.Amount amount -> {
        Money sum = amount.sum();
        boolean whole = sum.equals(amount.owed());
        if (whole || amount.bounds().allows(sum, amount.owed())) {
          KnownAccount.choose(turn, open -> whole ? open.choice().all() : open.choice().of(sum));
          KnownAccount.known(turn).ifPresent(open -> pay(turn, open));
        } else if (!amount.typed().isEmpty()) {
          show(turn, amount, "", Optional.of(Code.M18));
          turn.beep(Sound.NEEDS_HAND);
        }
      }
      case PayPage.OthersPin(int digits, _) -> {
        if (digits > 0) {
          askOther(turn);
        }
      }
      case PayPage.Others _ -> {}
      case PayPage.Terminal _ -> {
        if (!KnownAccount.underWay(turn)) {
          LeaveFlow.leave(turn);
        }
      }
    }
  }

  // ---- at the terminal

  /// Pays what is chosen.
  static void pay(Turn turn, Known open) {
    if (turn.station.terminalAway()) {
      back(turn);
      return;
    }
    if (!open.paying().mayTry()) {
      return;
    }
    open.wish()
        .ifPresent(
            wish ->
                KnownAccount.asked(
                    turn,
                    (session, card) ->
                        begin(
                            turn,
                            new Effect.PayEffect(session.number(), card.patron(), card.pin(), wish),
                            false)));
  }

  /// Starts a payment at the terminal, unless payments are switched off here.
  private static void begin(Turn turn, Effect.PayEffect pay, boolean others) {
    if (!turn.settings.pays().here()) {
      return;
    }
    Paying at =
        new Paying.AtTerminal(pay.sum(), pay.wish().owed(), others, Optional.empty(), false);
    KnownAccount.change(turn, known -> known.withPaying(at));
    turn.show(new Screen.Pay(new PayPage.Terminal()));
    turn.effect(pay);
  }

  /// Shows the terminal's next step, which proves that somebody is there.
  public static void stepped(Turn turn, FlowEvent.PaymentStepped stepped) {
    boolean waited =
        KnownAccount.known(turn)
            .filter(open -> open.paying() instanceof Paying.AtTerminal)
            .isPresent();
    if (waited && turn.isSession(stepped.session())) {
      turn.touch();
      KnownAccount.change(
          turn, open -> open.withPaying(((Paying.AtTerminal) open.paying()).at(stepped.step())));
    }
  }

  public static void paid(Turn turn, FlowEvent.PaymentAnswered answered) {
    Optional<Paying.AtTerminal> waited =
        KnownAccount.known(turn)
            .map(Known::paying)
            .filter(Paying.AtTerminal.class::isInstance)
            .map(Paying.AtTerminal.class::cast);
    if (waited.isEmpty() || !turn.isSession(answered.session())) {
      return;
    }
    ended(turn, waited.get(), answered.outcome());
  }

  private static void ended(Turn turn, Paying.AtTerminal at, PaymentOutcome outcome) {
    turn.touch();
    Money left = new Money(at.owed().minor() - at.sum().minor(), at.sum().currency());
    Optional<Money> told =
        outcome instanceof PaymentOutcome.Paid ? Optional.of(left) : Optional.empty();
    KnownAccount.change(
        turn, open -> open.withPaying(new Paying.PayingEnded(outcome, told, at.others())));
    switch (outcome) {
      case PaymentOutcome.Paid(Payment payment) -> taken(turn, at, payment, true, left);
      case PaymentOutcome.PaidToBeBooked(Payment payment) -> taken(turn, at, payment, false, left);
      case PaymentOutcome.NotPaid(var why) -> {
        turn.beep(Sound.NOT_POSSIBLE);
        // A person who is leaving while the terminal works reads the result at the good-bye.
        turn.change(
            open -> open.leaving() ? open.withNotice(Optional.of(Code.ofPayment(why))) : open);
      }
      case PaymentOutcome.NotKnown doubt -> {
        turn.beep(Sound.NOT_POSSIBLE);
        Optional<String> number =
            Optional.of(doubt.payment().reference()).filter(kept -> !kept.equals(NOT_WRITTEN));
        Session.PaymentDoubt one =
            new Session.PaymentDoubt(doubt, number, at.others(), turn.now.corrected());
        // A person who wanted to leave reads this first.
        turn.change(open -> open.withDoubt(one).withLeaving(false));
      }
    }
    boolean lookAgain =
        outcome instanceof PaymentOutcome.Paid
            || outcome.equals(
                new PaymentOutcome.NotPaid(PaymentOutcome.NonPaymentReason.SUM_NOT_CERTAIN));
    if (lookAgain && !at.others()) {
      KnownAccount.refresh(turn);
    } else {
      turn.change(
          open ->
              open.withAccount(
                  KnownAccount.known(turn)
                      .map(known -> KnownAccount.summed(open.account(), known.account().look()))
                      .orElse(open.account())));
    }
  }

  private static void taken(
      Turn turn, Paying.AtTerminal at, Payment payment, boolean booked, Money left) {
    turn.beep(Sound.LENT);
    turn.change(
        open ->
            open.withPaid(
                new Session.VisitPayment(payment, booked, at.others(), turn.now.corrected())));
    // A payment that is not confirmed yet is still owed, and is shown so.
    if (booked && !at.others()) {
      KnownAccount.change(turn, open -> open.with(without(open, left)));
    }
  }

  /// Removes a booked payment from what is owed. Charges may be paid in part, so none are listed
  /// until the central system lists them again.
  private static PatronAccount without(Known open, Money left) {
    PatronAccount account = open.account();
    return account.with(c -> c.look(account.look().withOwed(Optional.of(left))).charges(List.of()));
  }

  /// Shows what is left to pay, from the look at the account after a payment.
  static void refreshed(Turn turn, PatronLook look) {
    KnownAccount.change(
        turn,
        open ->
            open.paying() instanceof Paying.PayingEnded ended
                    && !ended.others()
                    && ended.left().isPresent()
                ? open.withPaying(
                    new Paying.PayingEnded(ended.outcome(), look.owed().or(ended::left), false))
                : open);
  }

  /// Ends a payment during which the journal could not be written. It is unknown whether the
  /// terminal took the money. The terminal is asked at the next start.
  public static void notWritten(Turn turn, Effect.PayEffect pay) {
    paid(
        turn,
        new FlowEvent.PaymentAnswered(
            pay.session(),
            PaymentOutcome.NotKnown.of(
                Payment.ofWhatIsOwed(NOT_WRITTEN, pay.sum()),
                PaymentOutcome.DoubtTreatment.ASKED_AGAIN)));
  }

  // ---- another person's card

  /// Whether a card presented now is one whose charges the person wants to pay.
  static boolean isPaying(Turn turn) {
    boolean page =
        turn.screen instanceof Screen.Pay
            || (turn.screen instanceof Screen.MyAccount(AccountPart part, _)
                && part == AccountPart.CHARGES);
    return page
        && KnownAccount.rest(turn) instanceof Paying.PayingNotBegun
        && KnownAccount.known(turn).isPresent();
  }

  /// Takes another person's card whose charges are to be paid.
  static void other(Turn turn, PatronId patron) {
    if (KnownAccount.underWay(turn)) {
      turn.notice(Code.C22);
      return;
    }
    turn.beep(Sound.SEEN);
    turn.change(open -> open.withTyped(new Pin("")).withWrongPins(0));
    if (CardAsked.pinNeeded(turn)) {
      KnownAccount.change(turn, open -> open.withPaying(new Paying.OtherShown(patron)));
      turn.show(new Screen.Pay(new PayPage.OthersPin(0, Optional.empty())));
    } else {
      ask(turn, patron, Optional.empty());
    }
  }

  private static void askOther(Turn turn) {
    Optional<Pin> pin = turn.session.map(Session::typed);
    KnownAccount.known(turn)
        .filter(open -> open.paying() instanceof Paying.OtherShown)
        .ifPresent(open -> ask(turn, ((Paying.OtherShown) open.paying()).card(), pin));
  }

  private static void ask(Turn turn, PatronId card, Optional<Pin> pin) {
    turn.change(open -> open.withTyped(new Pin("")));
    KnownAccount.change(turn, open -> open.withPaying(new Paying.OtherAsked(card, pin)));
    turn.session.ifPresent(open -> turn.effect(new Effect.AskOther(open.number(), card, pin)));
    turn.show(new Screen.Pay(new PayPage.Others()));
  }

  /// Shows what the other card owes, or why it cannot be paid for.
  public static void otherTold(Turn turn, FlowEvent.OtherTold told) {
    Optional<Known> waited =
        KnownAccount.known(turn).filter(open -> open.paying() instanceof Paying.OtherAsked);
    if (waited.isEmpty() || !turn.isSession(told.session())) {
      return;
    }
    Paying.OtherAsked asked = (Paying.OtherAsked) waited.get().paying();
    switch (told.look()) {
      case Answer.Accepted<PatronLook>(var look) -> {
        if (!look.known()) {
          otherNot(turn, Code.C11);
        } else if (CardAsked.pinNeeded(turn) && !look.pinRight().orElse(false)) {
          wrongPin(turn, asked);
        } else {
          owes(turn, asked, look, told.unconfirmed());
        }
      }
      case Answer.Refused<PatronLook>(var refusal) -> {
        Code code = Code.ofCard(refusal.reason());
        if (code == Code.C12) {
          wrongPin(turn, asked);
        } else {
          otherNot(turn, code);
        }
      }
      case Answer.NotSent<PatronLook> _, Answer.Unknown<PatronLook> _ -> otherNot(turn, Code.C31);
    }
  }

  private static void owes(
      Turn turn, Paying.OtherAsked asked, PatronLook look, boolean unconfirmed) {
    Optional<Money> sum = look.owed();
    if (unconfirmed) {
      otherNot(turn, Code.M16);
    } else if (sum.isEmpty()) {
      otherNot(turn, Code.M15);
    } else if (sum.get().minor() <= 0) {
      otherNot(turn, Code.M17);
    } else {
      KnownAccount.change(
          turn,
          open -> open.withPaying(new Paying.OtherOwes(asked.card(), asked.pin(), sum.get())));
    }
  }

  private static void wrongPin(Turn turn, Paying.OtherAsked asked) {
    int wrong = turn.session.map(Session::wrongPins).orElse(0) + 1;
    turn.change(open -> open.withWrongPins(wrong));
    if (wrong >= FlowSettings.PIN_TRIES) {
      otherNot(turn, Code.C13);
      return;
    }
    KnownAccount.change(turn, open -> open.withPaying(new Paying.OtherShown(asked.card())));
    turn.show(new Screen.Pay(new PayPage.OthersPin(0, Optional.of(Code.C12))));
    turn.beep(Sound.NEEDS_HAND);
  }

  private static void otherNot(Turn turn, Code code) {
    KnownAccount.change(turn, open -> open.withPaying(new Paying.OtherNot(code)));
    turn.beep(Sound.NOT_POSSIBLE);
  }

  private static void others(Turn turn) {
    KnownAccount.known(turn)
        .map(Known::paying)
        .ifPresent(
            paying -> {
              if (paying instanceof Paying.OtherOwes && turn.station.terminalAway()) {
                otherNot(turn, Code.M14);
              } else if (paying instanceof Paying.OtherOwes(PatronId card, var pin, Money sum)) {
                turn.session.ifPresent(
                    open ->
                        begin(
                            turn,
                            new Effect.PayEffect(open.number(), card, pin, PaymentRequest.all(sum)),
                            true));
              }
            });
  }
}
