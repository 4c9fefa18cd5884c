package org.libstation.flow;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.turn.Turn;

/// The sheets that every screen offers: how to ask a librarian, and the privacy notice. They do not
/// change the task. One key closes them, or they close by themselves.
public final class HelpFlow {
  static final Duration HELP = Duration.ofMinutes(1);
  static final Duration PRIVACY = Duration.ofMinutes(2);

  private HelpFlow() {}

  /// Opens the help sheet and tells staff. If the sheet is open, closes it.
  static void call(Turn turn) {
    if (turn.overlay.orElse(null) instanceof Overlay.Help) {
      close(turn);
      return;
    }
    turn.change(open -> open.touched(turn.at()));
    Optional<Code> code = Problems.last(turn);
    turn.staff(Effect.StaffNote.HELP_CALLED, code);
    turn.overlay = Optional.of(new Overlay.Help(code, turn.at().plus(turn.patience(HELP))));
    hold(turn);
  }

  static void privacy(Turn turn) {
    if (turn.session.isEmpty() && turn.overlay.isEmpty()) {
      turn.overlay = Optional.of(new Overlay.Privacy(turn.at().plus(turn.patience(PRIVACY))));
    }
  }

  static void close(Turn turn) {
    turn.change(open -> open.touched(turn.at()));
    turn.overlay = Optional.empty();
  }

  /// Restarts the time of the open sheet, because somebody turned its page and is reading.
  public static void read(Turn turn) {
    switch (turn.overlay.orElse(null)) {
      case Overlay.Privacy _ ->
          turn.overlay = Optional.of(new Overlay.Privacy(turn.at().plus(turn.patience(PRIVACY))));
      case Overlay.Help help -> {
        Duration until = turn.at().plus(turn.patience(HELP));
        turn.overlay = Optional.of(new Overlay.Help(help.code(), until));
        turn.change(open -> open.touched(turn.at()));
        hold(turn);
      }
      case Overlay.IdleWarning _ -> IdleFlow.warnAnew(turn);
      case Overlay.ConfirmLeave _ -> turn.change(open -> open.touched(turn.at()));
      case Overlay.Dark _ -> {}
      case null -> {}
    }
  }

  static void tick(Turn turn) {
    boolean over =
        turn.overlay
            .map(
                sheet ->
                    switch (sheet) {
                      case Overlay.Help help -> !turn.at().minus(help.until()).isNegative();
                      case Overlay.Privacy notice -> !turn.at().minus(notice.until()).isNegative();
                      case Overlay.IdleWarning _, Overlay.ConfirmLeave _, Overlay.Dark _ -> false;
                    })
            .orElse(false);
    if (over) {
      turn.overlay = Optional.empty();
    }
    hold(turn);
  }

  /// Keeps the good-bye on the screen while the help sheet lies over it.
  private static void hold(Turn turn) {
    if (!(turn.overlay.orElse(null) instanceof Overlay.Help help)) {
      return;
    }
    if (turn.screen instanceof Screen.Done done && done.until().compareTo(help.until()) < 0) {
      turn.screen = done.withUntil(help.until());
    }
  }
}
