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

/// Ends a visit, for whatever reason, and drops all personal data. Returns under way go on without
/// the person. A loan that was not released goes to staff.
public final class VisitEnd {
  private VisitEnd() {}

  /// Ends the session, if there is one, and shows a screen.
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
    // Staff are told if a card stays in the reader.
    Duration tell = turn.at().plus(turn.patience(FlowSettings.TAKE_AWAY));
    turn.between =
        turn.between.withInReader(
            turn.between
                .inReader()
                .map(card -> new CardInReader(Optional.of(tell), card.seen(), true)));
  }
}
