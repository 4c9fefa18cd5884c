package org.libstation.flow.staff;

import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Screen;
import org.libstation.flow.turn.Turn;

/// Puts the technician's screen together, as the pages behind it come back to it.
public final class TechnicianPage {
  private TechnicianPage() {}

  /// Back to the technician's screen, from one behind it.
  public static void back(Turn turn) {
    turn.effect(new Effect.ReadCounts());
    turn.effect(new Effect.ReadFigures(false));
    turn.show(Screen.Technician.opened(turn.at()));
  }
}
