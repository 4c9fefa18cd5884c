package org.libstation.flow.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libstation.circulation.Answer;
import org.libstation.circulation.HoldLine;
import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.PatronAccount;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Details.HoldWish;
import org.libstation.flow.state.Details.Known;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.MyAccount.AccountPart;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Shows charges and holds, which belong to the account beside the loans.
public final class DetailsFlow {
  private DetailsFlow() {}

  static void key(Turn turn, Key.Accounting key) {
    Optional<Known> known = KnownAccount.known(turn);
    switch (key) {
      case Key.ShowLoans _ -> turn.show(new Screen.MyAccount(AccountPart.LOANS, 0));
      case Key.ShowCharges _ -> open(turn, AccountPart.CHARGES);
      case Key.ShowHolds _ -> open(turn, AccountPart.HOLDS);
      case Key.TypeNumber _ ->
          known
              .filter(open -> !open.working())
              .ifPresent(_ -> turn.show(new Screen.Entry("", false, Optional.empty())));
      case Key.GiveUpHold(int hold) ->
          known
              .filter(open -> !open.working() && hold < open.account().holds().size())
              .ifPresent(open -> giveUp(turn, open, hold));
      case Key.Pay _ ->
          known.filter(open -> !open.working()).ifPresent(open -> PayFlow.pay(turn, open));
      case Key.TurnCharge(int charge) ->
          known.filter(open -> !open.working()).ifPresent(open -> turned(turn, open, charge));
      case Key.PayAll _ -> KnownAccount.choose(turn, open -> open.choice().all());
      case Key.TypeAmount _ ->
          known.filter(open -> !open.working()).ifPresent(open -> PayFlow.type(turn, open));
    }
    if (!(key instanceof Key.GiveUpHold)) {
      // A press elsewhere withdraws the question and clears a result, which the person has read.
      KnownAccount.change(
          turn, open -> open.working() ? open : open.withHolding(new HoldWish.HoldUntouched()));
    }
  }

  private static void turned(Turn turn, Known open, int charge) {
    if (open.choosable() && charge < open.account().charges().size()) {
      KnownAccount.choose(turn, known -> known.choice().turned(charge));
    }
  }

  /// Opens the part that the person chose while the account was loading. If loading failed, the
  /// page of loans says why.
  static void arrived(Turn turn, AccountPart part) {
    boolean loaded =
        turn.session.filter(open -> open.account() instanceof Account.Loaded).isPresent();
    open(turn, loaded ? part : AccountPart.LOANS);
  }

  private static void open(Turn turn, AccountPart part) {
    turn.show(new Screen.MyAccount(part, 0));
    Details details = KnownAccount.details(turn);
    if (details instanceof Details.NotAsked || details instanceof Details.DetailsNotShown) {
      KnownAccount.with(turn, _ -> new Details.DetailsLoading());
      KnownAccount.load(turn);
    }
  }

  public static void answered(Turn turn, FlowEvent.AccountAnswered answered) {
    if (!turn.isSession(answered.session())) {
      return;
    }
    boolean first = KnownAccount.details(turn) instanceof Details.DetailsLoading;
    boolean again = KnownAccount.known(turn).filter(Known::refreshing).isPresent();
    if (!first && !again) {
      return;
    }
    switch (answered.account()) {
      case Answer.Accepted<PatronAccount>(PatronAccount account) -> {
        FlowSettings.Pays pays = turn.settings.pays();
        Details.PaymentChoice all =
            new Details.PaymentChoice(pays.here(), pays.parts(), Set.of(), Optional.empty());
        KnownAccount.with(
            turn,
            before ->
                before instanceof Known known
                    ? known.with(account).withRefreshing(false)
                    : new Known(
                        account,
                        new HoldWish.HoldUntouched(),
                        answered.unconfirmed() ? KnownAccount.UNCONFIRMED : KnownAccount.rest(turn),
                        answered.unconfirmed(),
                        false,
                        all));
        turn.change(
            open ->
                open.withAccount(KnownAccount.summed(open.account(), account.look()))
                    .withLook(Optional.of(account.look())));
        PayFlow.refreshed(turn, account.look());
      }
      case Answer.Refused<PatronAccount>(var refusal) ->
          closed(turn, Code.ofCard(refusal.reason()));
      case Answer.NotSent<PatronAccount> _, Answer.Unknown<PatronAccount> _ ->
          closed(turn, Code.C31);
    }
  }

  /// Keeps what is already shown if a second look fails.
  private static void closed(Turn turn, Code code) {
    KnownAccount.with(
        turn,
        before ->
            before instanceof Known known
                ? known.withRefreshing(false)
                : new Details.DetailsNotShown(code));
  }

  private static void giveUp(Turn turn, Known open, int hold) {
    if (Pile.reserving(turn).isPresent()) {
      return;
    }
    boolean sure = open.holding().equals(new HoldWish.Confirming(hold));
    if (!sure) {
      KnownAccount.change(turn, known -> known.withHolding(new HoldWish.Confirming(hold)));
      return;
    }
    KnownAccount.change(turn, known -> known.withHolding(new HoldWish.GivingUp(hold)));
    HoldLine line = open.account().holds().get(hold);
    KnownAccount.asked(
        turn,
        (session, card) ->
            turn.effect(new Effect.CancelHold(session.number(), line, card.patron(), card.pin())));
  }

  /// Places a hold on the title of an item that was read or whose number was typed. If the person
  /// already has the hold, asks whether to cancel it.
  static void place(Turn turn, ItemId item) {
    Optional<Known> open = KnownAccount.known(turn).filter(known -> !known.working());
    if (open.isEmpty() || Pile.reserving(turn).isPresent()) {
      return;
    }
    int held = heldAlready(open.get(), item);
    if (held >= 0) {
      KnownAccount.change(turn, known -> known.withHolding(new HoldWish.Confirming(held)));
      turn.show(new Screen.MyAccount(AccountPart.HOLDS, held));
      return;
    }
    KnownAccount.change(turn, known -> known.withHolding(new HoldWish.Placing(item)));
    KnownAccount.asked(
        turn,
        (session, card) ->
            turn.effect(new Effect.PlaceHold(session.number(), item, card.patron(), card.pin())));
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
        KnownAccount.known(turn)
            .filter(
                open ->
                    open.holding() instanceof HoldWish.GivingUp
                        || open.holding() instanceof HoldWish.Placing);
    if (waited.isEmpty() || !turn.isSession(answered.session())) {
      return;
    }
    switch (answered.outcome()) {
      case HoldOutcome.Placed placed -> {
        turn.beep(Sound.SEEN);
        KnownAccount.change(
            turn,
            open ->
                open.withHolding(new HoldWish.HoldQueued(placed.title(), placed.queue()))
                    .with(plus(open.account(), placed)));
        KnownAccount.refresh(turn);
      }
      case HoldOutcome.GivenUp _ -> {
        KnownAccount.change(turn, DetailsFlow::withoutGivenUp);
        KnownAccount.refresh(turn);
      }
      case HoldOutcome.NotPlaced(var refusal) -> notDone(turn, Code.ofHold(refusal.reason()));
      case HoldOutcome.HoldNotKnown _ -> notDone(turn, Code.H15);
    }
  }

  private static void notDone(Turn turn, Code code) {
    turn.beep(Sound.NOT_POSSIBLE);
    KnownAccount.change(turn, open -> open.withHolding(new HoldWish.NotDone(code)));
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
    if (!(open.holding() instanceof HoldWish.GivingUp(int hold))) {
      return open;
    }
    List<HoldLine> holds = new ArrayList<>(open.account().holds());
    HoldLine gone = holds.remove(hold);
    return open.withHolding(new HoldWish.HoldGivenUp(gone.title()))
        .with(with(open.account(), holds));
  }

  private static PatronAccount with(PatronAccount account, List<HoldLine> holds) {
    return account.withHolds(holds);
  }

  /// Shows that nothing was requested, because the journal could not be written.
  public static void holdNotWritten(Turn turn, long session) {
    if (turn.isSession(session)) {
      notDone(turn, Code.H17);
    }
  }

  /// Returns the number of rows of a part of the account.
  static int rows(Session session, AccountPart part) {
    Optional<PatronAccount> account =
        KnownAccount.details(session) instanceof Known known
            ? Optional.of(known.account())
            : Optional.empty();
    return switch (part) {
      case LOANS -> session.account().rows().size();
      case CHARGES -> account.map(known -> known.charges().size()).orElse(0);
      case HOLDS -> account.map(known -> known.holds().size()).orElse(0);
    };
  }
}
