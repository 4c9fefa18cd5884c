package org.libstation.flow.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.libstation.circulation.Answer;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.PatronAccount;
import org.libstation.circulation.PatronLook;
import org.libstation.circulation.Payment;
import org.libstation.circulation.PaymentOutcome;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Details.Holding;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.Part;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Charges, holds and paying: what lies behind my loans.
public final class DetailsFlow {
  private DetailsFlow() {}

  static void key(Turn turn, Key.Accounting key) {
    Optional<Known> known = known(turn);
    switch (key) {
      case Key.ShowLoans _ -> turn.show(new Screen.MyAccount(Part.LOANS, 0));
      case Key.ShowCharges _ -> open(turn, Part.CHARGES);
      case Key.ShowHolds _ -> open(turn, Part.HOLDS);
      case Key.TypeNumber _ ->
          known.filter(open -> !open.working()).ifPresent(_ -> turn.show(new Screen.Entry()));
      case Key.GiveUpHold(int hold) ->
          known
              .filter(open -> !open.working() && hold < open.account().holds().size())
              .ifPresent(open -> giveUp(turn, open, hold));
      case Key.Pay _ -> known.filter(open -> !open.working()).ifPresent(open -> pay(turn, open));
    }
    if (!(key instanceof Key.GiveUpHold)) {
      // A press elsewhere takes the question back, and what was told before has been read.
      change(turn, open -> open.working() ? open : open.with(new Holding.Rest()));
    }
  }

  /// The account is there, or is not: then the page of loans says why.
  static void arrived(Turn turn, Part part) {
    boolean loaded =
        turn.session.filter(open -> open.account() instanceof Account.Loaded).isPresent();
    open(turn, loaded ? part : Part.LOANS);
  }

  private static void open(Turn turn, Part part) {
    turn.show(new Screen.MyAccount(part, 0));
    Details details = details(turn);
    if (details instanceof Details.NotAsked || details instanceof Details.NotShown) {
      with(turn, _ -> new Details.Loading());
      load(turn);
    }
  }

  private static void load(Turn turn) {
    asked(
        turn,
        (open, card) ->
            turn.effect(new Effect.LoadAccount(open.number(), card.patron(), card.pin())));
  }

  private static void asked(Turn turn, BiConsumer<Session, Session.Card> ask) {
    turn.session.ifPresent(open -> open.card().ifPresent(card -> ask.accept(open, card)));
  }

  public static void answered(Turn turn, FlowEvent.AccountAnswered answered) {
    if (!turn.isSession(answered.session())) {
      return;
    }
    boolean first = details(turn) instanceof Details.Loading;
    boolean again = known(turn).filter(Known::refreshing).isPresent();
    if (!first && !again) {
      return;
    }
    switch (answered.account()) {
      case Answer.Accepted<PatronAccount>(PatronAccount account) -> {
        Paying begin = turn.settings.pays() ? new Paying.Rest() : new Paying.NotHere();
        with(
            turn,
            before ->
                before instanceof Known known
                    ? known.with(account).refreshing(false)
                    : new Known(account, new Holding.Rest(), begin, false));
        turn.change(open -> open.withAccount(summed(open.account(), account.look())));
      }
      case Answer.Refused<PatronAccount>(var refusal) ->
          closed(turn, Code.ofCard(refusal.reason()));
      case Answer.NotSent<PatronAccount> _, Answer.Unknown<PatronAccount> _ ->
          closed(turn, Code.C31);
    }
  }

  /// What is known here stays on the screen where a second look is not answered.
  private static void closed(Turn turn, Code code) {
    with(
        turn,
        before ->
            before instanceof Known known ? known.refreshing(false) : new Details.NotShown(code));
  }

  private static Account summed(Account account, PatronLook look) {
    return account instanceof Account.Loaded loaded
        ? new Account.Loaded(
            loaded.loans(), look.owed(), look.holdsReady(), look.holdsWaiting(), loaded.details())
        : account;
  }

  private static void giveUp(Turn turn, Known open, int hold) {
    if (Pile.reserving(turn).isPresent()) {
      return;
    }
    boolean sure = open.holding().equals(new Holding.Confirming(hold));
    if (!sure) {
      change(turn, known -> known.with(new Holding.Confirming(hold)));
      return;
    }
    change(turn, known -> known.with(new Holding.GivingUp(hold)));
    HoldLine line = open.account().holds().get(hold);
    asked(
        turn,
        (session, card) ->
            turn.effect(new Effect.CancelHold(session.number(), line, card.patron(), card.pin())));
  }

  /// An item in the person's hand, or its number typed: its title is to be held; where it is held
  /// already, the person is asked whether it shall be given up.
  static void place(Turn turn, ItemId item) {
    Optional<Known> open = known(turn).filter(known -> !known.working());
    if (open.isEmpty() || Pile.reserving(turn).isPresent()) {
      return;
    }
    int held = heldAlready(open.get(), item);
    if (held >= 0) {
      change(turn, known -> known.with(new Holding.Confirming(held)));
      turn.show(new Screen.MyAccount(Part.HOLDS, held));
      return;
    }
    change(turn, known -> known.with(new Holding.Placing(item)));
    asked(
        turn,
        (session, card) ->
            turn.effect(new Effect.PlaceHold(session.number(), item, card.patron(), card.pin())));
  }

  /// A hold is being placed or given up, or something is paid.
  static boolean underWay(Turn turn) {
    return known(turn).filter(Known::working).isPresent();
  }

  private static int heldAlready(Known open, ItemId item) {
    List<HoldLine> holds = open.account().holds();
    for (int i = 0; i < holds.size(); i++) {
      if (holds.get(i).item().equals(Optional.of(item))) {
        return i;
      }
    }
    return -1;
  }

  public static void held(Turn turn, FlowEvent.HoldAnswered answered) {
    Optional<Known> waited =
        known(turn)
            .filter(
                open ->
                    open.holding() instanceof Holding.GivingUp
                        || open.holding() instanceof Holding.Placing);
    if (waited.isEmpty() || !turn.isSession(answered.session())) {
      return;
    }
    switch (answered.outcome()) {
      case HoldOutcome.Placed placed -> {
        turn.beep(Sound.SEEN);
        change(
            turn,
            open ->
                open.with(new Holding.Placed(placed.title(), placed.queue()))
                    .with(plus(open.account(), placed)));
        refresh(turn);
      }
      case HoldOutcome.GivenUp _ -> {
        change(turn, DetailsFlow::withoutGivenUp);
        refresh(turn);
      }
      case HoldOutcome.NotPlaced(var refusal) -> notDone(turn, Code.ofHold(refusal.reason()));
      case HoldOutcome.NotKnown _ -> notDone(turn, Code.H15);
    }
  }

  private static void notDone(Turn turn, Code code) {
    turn.beep(Sound.NOT_POSSIBLE);
    change(turn, open -> open.with(new Holding.NotDone(code)));
  }

  private static PatronAccount plus(PatronAccount account, HoldOutcome.Placed placed) {
    List<HoldLine> holds = new ArrayList<>(account.holds());
    holds.add(
        new HoldLine(
            Optional.of(placed.item()),
            placed.title(),
            false,
            Optional.empty(),
            placed.pickUpAt()));
    return with(account, holds);
  }

  private static Known withoutGivenUp(Known open) {
    if (!(open.holding() instanceof Holding.GivingUp(int hold))) {
      return open;
    }
    List<HoldLine> holds = new ArrayList<>(open.account().holds());
    HoldLine gone = holds.remove(hold);
    return open.with(new Holding.GivenUp(gone.title())).with(with(open.account(), holds));
  }

  private static PatronAccount with(PatronAccount account, List<HoldLine> holds) {
    return new PatronAccount(
        account.look(), account.charges(), holds, account.reasons(), account.messages());
  }

  private static void refresh(Turn turn) {
    change(turn, open -> open.refreshing(true));
    load(turn);
  }

  private static void pay(Turn turn, Known open) {
    boolean possible =
        switch (open.paying()) {
          case Paying.NotHere _, Paying.AtTerminal _ -> false;
          case Paying.Rest _ -> true;
          case Paying.Ended ended -> mayTryAgain(ended.outcome());
        };
    Optional<Money> sum = open.payable().filter(_ -> possible);
    sum.ifPresent(
        money -> {
          change(turn, known -> known.with(new Paying.AtTerminal(money)));
          asked(
              turn,
              (session, card) ->
                  turn.effect(new Effect.Pay(session.number(), card.patron(), card.pin(), money)));
        });
  }

  /// Money that was taken, or may have been, is not asked for again.
  private static boolean mayTryAgain(PaymentOutcome outcome) {
    return switch (outcome) {
      case PaymentOutcome.NotPaid(var why) -> why != PaymentOutcome.Why.EARLIER_PAYMENT_OPEN;
      case PaymentOutcome.Paid _, PaymentOutcome.PaidToBeBooked _, PaymentOutcome.NotKnown _ ->
          false;
    };
  }

  public static void paid(Turn turn, FlowEvent.PaymentAnswered answered) {
    boolean waited =
        known(turn).filter(open -> open.paying() instanceof Paying.AtTerminal).isPresent();
    if (!waited || !turn.isSession(answered.session())) {
      return;
    }
    change(turn, open -> open.with(new Paying.Ended(answered.outcome())));
    switch (answered.outcome()) {
      case PaymentOutcome.Paid _, PaymentOutcome.PaidToBeBooked _ -> {
        turn.beep(Sound.LENT);
        change(turn, open -> open.with(withoutCharges(open.account())));
      }
      case PaymentOutcome.NotPaid _, PaymentOutcome.NotKnown _ -> turn.beep(Sound.NOT_POSSIBLE);
    }
    if (answered.outcome() instanceof PaymentOutcome.Paid
        || answered
            .outcome()
            .equals(new PaymentOutcome.NotPaid(PaymentOutcome.Why.SUM_NOT_CERTAIN))) {
      refresh(turn);
    } else {
      turn.change(
          open ->
              open.withAccount(
                  known(turn)
                      .map(known -> summed(open.account(), known.account().look()))
                      .orElse(open.account())));
    }
  }

  /// The whole sum was paid, whenever the central system says so too.
  private static PatronAccount withoutCharges(PatronAccount account) {
    return new PatronAccount(
        account.look().withOwed(account.look().owed().map(sum -> new Money(0, sum.currency()))),
        List.of(),
        account.holds(),
        account.reasons(),
        account.messages());
  }

  /// The journal could not be written while paying: nobody can say here whether the terminal took
  /// the money. It is asked at the next start.
  public static void payNotWritten(Turn turn, Effect.Pay pay) {
    paid(
        turn,
        new FlowEvent.PaymentAnswered(
            pay.session(), new PaymentOutcome.NotKnown(new Payment("not written", pay.sum()))));
  }

  public static void holdNotWritten(Turn turn, long session) {
    if (turn.isSession(session)) {
      notDone(turn, Code.H17);
    }
  }

  static Details details(Turn turn) {
    return turn.session.map(DetailsFlow::details).orElseGet(Details.NotAsked::new);
  }

  static Details details(Session session) {
    return session.account() instanceof Account.Loaded loaded
        ? loaded.details()
        : new Details.NotAsked();
  }

  private static Optional<Known> known(Turn turn) {
    return details(turn) instanceof Known known ? Optional.of(known) : Optional.empty();
  }

  private static void with(Turn turn, UnaryOperator<Details> change) {
    turn.change(
        open ->
            open.account() instanceof Account.Loaded loaded
                ? open.withAccount(loaded.with(change.apply(loaded.details())))
                : open);
  }

  private static void change(Turn turn, UnaryOperator<Known> change) {
    with(turn, details -> details instanceof Known known ? change.apply(known) : details);
  }

  /// How many rows a part has.
  static int rows(Session session, Part part) {
    Optional<PatronAccount> account =
        details(session) instanceof Known known ? Optional.of(known.account()) : Optional.empty();
    return switch (part) {
      case LOANS -> session.account().rows().size();
      case CHARGES -> account.map(known -> known.charges().size()).orElse(0);
      case HOLDS -> account.map(known -> known.holds().size()).orElse(0);
    };
  }
}
