package org.libstation.flow;

import java.time.Duration;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.turn.Turn;

/// Starts the program again for whoever wished it, as soon as nobody is there: no visit is cut and
/// nobody who just came finds a dark screen.
final class RestartFlow {
  /// So long nobody was there, and nothing was read or fell into the drop.
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
