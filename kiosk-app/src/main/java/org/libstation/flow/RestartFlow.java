package org.libstation.flow;

import java.time.Duration;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.turn.Turn;

/// Restarts the program on request, as soon as nobody is there. No visit is cut off, and nobody who
/// just arrived meets a black screen.
final class RestartFlow {
  /// How long the station must be unused before the restart: no person, no reading, nothing put
  /// into the drop.
  static final Duration EMPTY = Duration.ofMinutes(1);

  private RestartFlow() {}

  static void tick(Turn turn) {
    if (turn.between.restart()
        && HoursFlow.idle(turn)
        && !turn.working()
        && turn.drops.stream().noneMatch(ReturnRow::working)
        && turn.untaken.stream()
            .noneMatch(one -> one.stage() == FlowState.Untaken.UntakenStage.ARMING)
        && turn.over(turn.between.seen(), EMPTY)) {
      turn.between = turn.between.withRestart(false);
      turn.effect(new Effect.RestartStationEffect());
    }
  }
}
