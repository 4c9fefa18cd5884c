package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.turn.Turn;

/// Begins a visit.
final class VisitStart {
  private VisitStart() {}

  /// Begins a visit for a purpose, if the station can serve it; otherwise shows why not.
  static void start(Turn turn, Purpose purpose) {
    if ((purpose != Purpose.RETURN && !turn.station.lends()) || turn.shut()) {
      turn.say(
          turn.station.role() == StationFacts.StationRole.RETURN_ONLY
              ? Code.C23
              : turn.station.whyNotLending());
      return;
    }
    turn.beginSession(purpose);
    switch (purpose) {
      case RETURN -> ReturnFlow.open(turn);
      case BORROW, ACCOUNT ->
          turn.show(
              new Screen.Identify(new Screen.Identify.IdentifyStep.AskCard(Optional.empty())));
    }
  }
}
