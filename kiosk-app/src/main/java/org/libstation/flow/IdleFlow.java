package org.libstation.flow;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.ReceiptFlow;
import org.libstation.flow.visit.VisitEnd;

/// Asks a person who seems to have left, and then ends the visit.
final class IdleFlow {
  /// Remaining seconds at which the station sounds a warning.
  private static final List<Integer> KNOCKS = List.of(30, 20, 10);

  private IdleFlow() {}

  /// Warns or ends an idle visit. The idle timer waits while desk or devices work, but at most
  /// [FlowSettings#ANSWER_LIMIT].
  static void tick(Turn turn, Session open) {
    Duration limit = patience(turn);
    if (turn.working()) {
      limit = limit.plus(FlowSettings.ANSWER_LIMIT);
    }
    Duration overrun = turn.at().minus(open.touched()).minus(limit);
    if (overrun.isNegative()) {
      if (turn.overlay.orElse(null) instanceof Overlay.IdleWarning) {
        turn.overlay = Optional.empty();
      }
      return;
    }
    long left = turn.patience(turn.settings.visit().warning()).minus(overrun).toSeconds();
    if (left <= 0) {
      if (turn.working()) {
        turn.staff(Effect.StaffNote.ANSWER_OVERDUE, Optional.empty());
      }
      if (turn.screen instanceof Screen.ReceiptChoice choice) {
        ReceiptFlow.none(turn, choice);
      } else {
        VisitEnd.end(turn, Screen.Welcome.untouched());
      }
      return;
    }
    int before =
        turn.overlay.orElse(null) instanceof Overlay.IdleWarning(int seconds, _)
            ? seconds
            : Integer.MAX_VALUE;
    boolean sound = KNOCKS.stream().anyMatch(knock -> before > knock && left <= knock);
    if (sound) {
      turn.beep(Sound.TIME_SHORT);
    }
    int extensions = Math.max(0, FlowSettings.MOST_EXTENSIONS - open.extensions());
    turn.overlay = Optional.of(new Overlay.IdleWarning((int) left, extensions));
  }

  private static Duration patience(Turn turn) {
    Duration idle = turn.settings.visit().idle();
    boolean receipt = turn.screen instanceof Screen.ReceiptChoice;
    return turn.patience(receipt ? Screen.ReceiptChoice.patience(idle) : idle);
  }

  /// Restarts the warning from its full time. It is not answered by this, and no extension is used.
  static void warnAnew(Turn turn) {
    Duration idle = patience(turn);
    turn.change(open -> open.touched(turn.at().minus(idle)));
  }

  /// Answers the warning. Does nothing once all extensions are used.
  static void stay(Turn turn, Overlay.IdleWarning warning) {
    if (warning.extensionsLeft() > 0) {
      turn.change(open -> open.extended(turn.at()));
      turn.overlay = Optional.empty();
    }
  }
}
