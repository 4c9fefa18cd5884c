package org.libstation.flow.drop;

import java.util.Optional;
import org.libstation.flow.state.DropLamp;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.state.StationFacts.StationRole;
import org.libstation.flow.turn.Turn;

/// Decides whether the drop accepts items, and sets its lock and lamp.
public final class DropService {
  private DropService() {}

  /// Locks or unlocks the flap. Runs with the clock, so that a lock that does not answer is not
  /// commanded endlessly.
  public static void tick(Turn turn) {
    boolean outside = turn.dropOutsideHours();
    if (turn.station.drop().outsideHours() != outside) {
      turn.station = turn.station.withDrop(turn.station.drop().withOutsideHours(outside));
    }
    boolean lock = locks(turn);
    if (lock != turn.station.flapLocked() && turn.station.usable(DeviceRole.DROP)) {
      turn.station = turn.station.withFlap(lock);
      turn.effect(new Effect.LockFlap(lock));
    }
  }

  private static boolean locks(Turn turn) {
    return turn.station.configured(DeviceRole.DROP)
        && (turn.station.dropShut().isPresent()
            || DropStanding.full(turn.station, turn.sight)
            || turn.screen instanceof Screen.Emptying);
  }

  /// Sets the lamp, after every event.
  public static void light(Turn turn) {
    if (!turn.station.usable(DeviceRole.DROP)) {
      return;
    }
    DropLamp lamp = locks(turn) ? DropLamp.OFF : DropStanding.of(turn.state()).lamp();
    if (turn.sight.lamp().filter(told -> told == lamp).isEmpty()) {
      turn.sight = turn.sight.lamp(lamp);
      turn.effect(new Effect.LightLamp(lamp));
    }
  }

  /// Shows a book drop's own screen in place of the start screen and the out-of-service screen.
  public static void choose(Turn turn) {
    if (turn.station.role() != StationRole.BOOK_DROP) {
      return;
    }
    switch (turn.screen) {
      case Screen.Idle _ ->
          turn.screen = new Screen.BookDropScreen(DropStanding.of(turn.state()), Optional.empty());
      case Screen.BookDropScreen drop ->
          turn.screen = new Screen.BookDropScreen(DropStanding.of(turn.state()), drop.touched());
      case Screen.Visit _, Screen.Leaving _, Screen.Staff _ -> {}
    }
  }
}
