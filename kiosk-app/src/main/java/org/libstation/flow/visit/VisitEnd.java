package org.libstation.flow.visit;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.FlowState.CardInReader;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// The end of a visit, however it came: everything personal is forgotten. What is still under way
/// for a return goes on without the person; a loan that was not released is handed to staff.
public final class VisitEnd {
  private VisitEnd() {}

  /// Ends the session, where there is one, and goes to a screen.
  public static void end(Turn turn, Screen after) {
    KnownAccount.stopPaying(turn);
    CameBackFlow.remember(turn);
    turn.session.ifPresent(open -> end(turn, open));
    turn.session = Optional.empty();
    turn.overlay = Optional.empty();
    turn.show(after);
  }

  private static void end(Turn turn, Session open) {
    open.borrows().forEach(row -> LoanFlow.abandon(turn, row, Code.T31));
    UntakenFlow.remember(turn, open.borrows());
    open.returns().stream()
        .filter(row -> row.item().isPresent())
        .map(ReturnRow::withoutPerson)
        .forEach(turn.drops::add);
    open.card().ifPresent(card -> turn.effect(new Effect.EndSessionEffect(card.patron())));
    if (turn.state().cardLying()) {
      turn.beep(Sound.NEEDS_HAND);
    }
    turn.forgetPad();
    // Of a card that lies in the reader staff are told when it is not fetched.
    Duration tell = turn.at().plus(turn.patience(FlowSettings.TAKE_AWAY));
    turn.between =
        turn.between.withInReader(
            turn.between
                .inReader()
                .map(card -> new CardInReader(Optional.of(tell), card.seen(), true)));
  }
}
