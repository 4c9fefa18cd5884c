package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.flow.state.BorrowRow.State;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Screen.Identify.Step;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Card;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// A visit as a whole: going from one purpose to the next, and leaving.
public final class VisitFlow {
  private VisitFlow() {}

  public static void key(Turn turn, Key key) {
    switch (key) {
      case Key.StartBorrow _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          go(turn, Purpose.BORROW);
        }
      }
      case Key.StartReturn _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          go(turn, Purpose.RETURN);
        }
      }
      case Key.StartAccount _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          go(turn, Purpose.ACCOUNT);
        }
      }
      case Key.Confirm _ -> {
        if (turn.screen instanceof Screen.Resume) {
          ResumeFlow.giveUp(turn);
        } else if (turn.screen instanceof Screen.Borrow && CountFlow.missing(turn) > 0) {
          turn.notice(Code.B55);
        } else {
          leave(turn);
        }
      }
      case Key.Leave _ -> leave(turn);
      case Key.NextCard _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          NextCardFlow.pressed(turn);
        }
      }
      case Key.Counting counting -> {
        if (turn.screen instanceof Screen.Borrow) {
          CountFlow.key(turn, counting);
        }
      }
      case Key.Looks _,
          Key.Typing _,
          Key.Stay _,
          Key.ChooseReceipt _,
          Key.ReceiptTitles _,
          Key.Renewing _,
          Key.Paging _,
          Key.Accounting _,
          Key.Service _ -> {}
    }
  }

  /// Goes to a purpose within the visit, asking for what it needs first.
  static void go(Turn turn, Purpose purpose) {
    turn.change(open -> open.withPurpose(purpose).leaving(false));
    switch (purpose) {
      case RETURN -> ReturnFlow.open(turn);
      case BORROW, ACCOUNT -> {
        Optional<Card> card = turn.session.flatMap(Session::card);
        if (!turn.station.lends()) {
          turn.notice(turn.station.whyNotLending());
        } else if (card.isEmpty()) {
          turn.show(new Identify(new Step.AskCard(Optional.empty())));
        } else if (IdentifyFlow.pinNeeded(turn) && card.get().pin().isEmpty()) {
          IdentifyFlow.askPin(turn);
        } else if (purpose == Purpose.ACCOUNT) {
          AccountFlow.open(turn);
        } else {
          borrow(turn, card.get());
        }
      }
    }
  }

  private static void borrow(Turn turn, Card card) {
    Optional<Code> block =
        card.look()
            .filter(look -> !look.mayBorrow())
            .filter(look -> !turn.station.suspension().lifts(look))
            .map(look -> IdentifyFlow.block(turn.station.suspension().left(look), look.reasons()));
    if (block.isPresent()) {
      turn.show(new Identify(new Step.Problem(block.get(), true)));
      turn.beep(Sound.NOT_POSSIBLE);
    } else {
      turn.show(new Screen.Borrow(Screen.Hands.PLACE_ITEMS));
      BorrowFlow.takeFresh(turn);
      Pad.tell(turn);
    }
  }

  /// The person is done: what is under way ends first, what is open is asked about.
  public static void leave(Turn turn) {
    turn.overlay = Optional.empty();
    if (turn.working()) {
      turn.change(open -> open.leaving(true));
      return;
    }
    int open = openMatters(turn);
    if (open > 0) {
      turn.overlay = Optional.of(new Overlay.ConfirmLeave(open));
      turn.beep(Sound.NEEDS_HAND);
    } else {
      turn.change(session -> session.leaving(false));
      ReceiptFlow.offer(turn, new Screen.After.GoodBye());
    }
  }

  public static void leaveOpenMatters(Turn turn) {
    turn.overlay = Optional.empty();
    LoanFlow.closeOpen(turn, Code.T31);
    turn.change(
        open ->
            open.withCount(new Count.NotWanted())
                .withBorrows(
                    open.borrows().stream()
                        .filter(row -> !(row.state() instanceof State.SetIncomplete))
                        .toList()));
    leave(turn);
  }

  static int openMatters(Turn turn) {
    return CountFlow.missing(turn)
        + (int)
            turn.borrows().stream()
                .filter(
                    row ->
                        row.state() instanceof State.PlaceAgain
                            || row.state() instanceof State.SetIncomplete)
                .count();
  }

  /// After every event: a person who said good-bye goes once all is settled.
  public static void finishWhenIdle(Turn turn) {
    if (turn.screen instanceof Screen.Resume && !ResumeFlow.waiting(turn)) {
      ResumeFlow.goOn(turn);
    }
    boolean leaving = turn.session.filter(Session::leaving).isPresent();
    if (leaving && turn.overlay.isEmpty() && !turn.working()) {
      turn.change(open -> open.leaving(false));
      leave(turn);
    }
  }
}
