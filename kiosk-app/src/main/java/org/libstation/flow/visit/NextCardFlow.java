package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Identify;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.turn.Turn;

/// Lets several cards take part in one visit, such as a parent's and a child's. Each has its own
/// session, items and receipt. Only language, appearance and the choice of receipts carry over.
final class NextCardFlow {
  private NextCardFlow() {}

  /// Ends the first card's session and begins the next one's. What lies on the pad belongs to
  /// neither.
  static void follow(Turn turn, Optional<PatronId> card) {
    Purpose purpose =
        turn.session
            .map(Session::purpose)
            .filter(before -> before != Purpose.RETURN)
            .orElse(Purpose.BORROW);
    VisitEnd.end(turn, new Identify(new Identify.IdentifyStep.AskCard(Optional.empty())));
    begin(turn, purpose);
    if (turn.session.isPresent()) {
      card.ifPresent(next -> CardAsked.card(turn, next));
    }
  }

  /// Begins the next card's session from the good-bye.
  static void afterGoodBye(Turn turn) {
    begin(turn, Purpose.BORROW);
  }

  private static void begin(Turn turn, Purpose purpose) {
    if (turn.station.lends() && !turn.shut()) {
      turn.beginSession(purpose);
      turn.show(new Identify(new Identify.IdentifyStep.AskCard(Optional.empty())));
    } else {
      turn.show(Screen.Welcome.untouched());
    }
  }
}
