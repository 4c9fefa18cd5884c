package org.libstation.flow.drop;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropPanel;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.Effect.StaffNote;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.turn.Turn;

/// The drop's own panel at a station. Its keys change neither the station's screen nor any visit.
/// Staff use the station's screen.
public final class DropPanelFlow {
  static final Duration HELP = Duration.ofMinutes(1);

  private DropPanelFlow() {}

  public static void press(Turn turn, Key key) {
    DropPanel panel = turn.sight.panel().touched(turn.at());
    set(turn, panel);
    switch (key) {
      case Key.SwitchLanguage to -> set(turn, panel.withLanguage(to.to()));
      case Key.ContrastKey _ -> set(turn, panel.otherContrast());
      case Key.CallStaff _ ->
          set(turn, panel.withHelp(panel.help().isPresent() ? Optional.empty() : help(turn)));
      case Key.OnQuestion _ when panel.help().isPresent() ->
          set(turn, panel.withHelp(Optional.empty()));
      case Key.OnQuestion answer -> DropAsk.key(turn, answer);
      default -> {}
    }
  }

  private static Optional<Overlay.Help> help(Turn turn) {
    FlowState state = turn.state();
    Optional<Code> code =
        DropStanding.code(DropStanding.of(state), state)
            .or(() -> turn.sight.hint().map(DropSight.Hint::code));
    turn.staff(StaffNote.HELP_CALLED, code);
    return Optional.of(new Overlay.Help(code, turn.at().plus(HELP)));
  }

  /// Resets the appearance if whoever chose it has left.
  static void tick(Turn turn) {
    DropPanel panel = turn.sight.panel();
    if (panel.touched().filter(at -> turn.over(at, turn.settings.visit().idle())).isPresent()) {
      panel = DropPanel.untouched(turn.settings.language());
    }
    set(turn, panel.withHelp(panel.help().filter(it -> turn.at().compareTo(it.until()) < 0)));
  }

  private static void set(Turn turn, DropPanel panel) {
    turn.sight = turn.sight.panel(panel);
  }
}
