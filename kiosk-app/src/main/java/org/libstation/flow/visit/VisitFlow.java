package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.turn.Turn;

/// Runs a visit as a whole: changing its purpose, and leaving.
public final class VisitFlow {
  private VisitFlow() {}

  public static void key(Turn turn, Key.OnVisit key) {
    switch (key) {
      case Key.StartBorrow _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          borrow(turn);
        }
      }
      case Key.StartReturn _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          PurposeFlow.go(turn, Purpose.RETURN);
        }
      }
      case Key.StartAccount _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          PurposeFlow.go(turn, Purpose.ACCOUNT);
        }
      }
      case Key.Confirm _ -> {
        if (turn.screen instanceof Screen.Resume) {
          ResumeFlow.giveUp(turn);
        } else if (turn.screen instanceof Screen.Borrow && CountFlow.missing(turn) > 0) {
          turn.notice(Code.B55);
        } else {
          LeaveFlow.leave(turn);
        }
      }
      case Key.Leave _ -> LeaveFlow.leave(turn);
      case Key.NextCard _ -> {
        if (!(turn.screen instanceof Screen.Resume)) {
          LeaveFlow.nextCard(turn, Optional.empty());
        }
      }
      case Key.ReserveIt(var item) -> {
        if (turn.screen instanceof Screen.Borrow) {
          ReserveFlow.key(turn, item);
        }
      }
      case Key.CountingKey counting -> {
        if (turn.screen instanceof Screen.Borrow) {
          CountFlow.key(turn, counting);
        }
      }
    }
  }

  /// Goes to borrowing, with the card that was presented while returning, if there was one.
  static void borrow(Turn turn) {
    Optional<PatronId> shown =
        turn.session.filter(open -> open.card().isEmpty()).flatMap(Session::shownCard);
    if (shown.isPresent() && turn.station.lends()) {
      turn.change(open -> open.withPurpose(Purpose.BORROW).withLeaving(false));
      CardAsked.card(turn, shown.get());
    } else {
      PurposeFlow.go(turn, Purpose.BORROW);
    }
  }

  /// Called after every event: ends the visit of a leaving person once no work is under way.
  public static void finishWhenIdle(Turn turn) {
    if (turn.screen instanceof Screen.Resume && !ResumeFlow.waiting(turn)) {
      ResumeFlow.goOn(turn);
    }
    if (turn.session.filter(open -> open.notice().isEmpty()).isPresent()) {
      // The offer to use the card ends together with its notice.
      turn.change(open -> open.withShownCard(Optional.empty()));
    }
    boolean leaving = turn.session.filter(Session::leaving).isPresent();
    if (leaving && turn.overlay.isEmpty() && !turn.working()) {
      turn.change(open -> open.withLeaving(false));
      LeaveFlow.leave(turn);
    }
  }
}
