package org.libstation.flow.staff;

import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Screen;
import org.libstation.flow.turn.Turn;

/// Opens the technician's first page, to which the other pages of staff return.
public final class TechnicianPage {
  private TechnicianPage() {}

  /// Returns to the first page and reads its figures again.
  public static void back(Turn turn) {
    turn.effect(new Effect.ReadCounts());
    turn.effect(new Effect.ReadFigures(false));
    turn.show(Screen.Technician.opened(turn.at()));
  }
}
