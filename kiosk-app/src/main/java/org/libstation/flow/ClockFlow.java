package org.libstation.flow;

import org.libstation.flow.drop.CutEmptyingFlow;
import org.libstation.flow.drop.DropFlow;
import org.libstation.flow.drop.DropService;
import org.libstation.flow.drop.EmptyingFlow;
import org.libstation.flow.staff.TechnicianFlow;
import org.libstation.flow.turn.Turn;
import org.libstation.flow.visit.BorrowFlow;
import org.libstation.flow.visit.CameBackFlow;
import org.libstation.flow.visit.HeldCardFlow;
import org.libstation.flow.visit.LoanFlow;
import org.libstation.flow.visit.ReceiptFlow;
import org.libstation.flow.visit.ReturnFlow;
import org.libstation.flow.visit.UntakenFlow;
import org.libstation.flow.visit.WelcomeFlow;

/// Passes each tick of the clock to the flows, so that each ends waits that have lasted too long.
final class ClockFlow {
  private ClockFlow() {}

  static void tick(Turn turn) {
    boolean worked = turn.working();
    HelpFlow.tick(turn);
    BorrowFlow.tick(turn);
    LoanFlow.tick(turn);
    ReturnFlow.tick(turn);
    DropFlow.tick(turn);
    UntakenFlow.tick(turn);
    ReceiptFlow.tick(turn);
    TechnicianFlow.tick(turn);
    CameBackFlow.tick(turn);
    HeldCardFlow.tick(turn);
    WelcomeFlow.tick(turn);
    EmptyingFlow.tick(turn);
    CutEmptyingFlow.tick(turn);
    DropService.tick(turn);
    if (worked && !turn.working()) {
      turn.change(open -> open.touched(turn.at()));
    }
    if (turn.session.isPresent()) {
      IdleFlow.tick(turn, turn.session.get());
    }
  }
}
