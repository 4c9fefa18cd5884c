package org.libstation.flow.visit;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.state.Account;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Details;
import org.libstation.flow.state.Details.Paying;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.Summary;
import org.libstation.flow.turn.Turn;

/// Watches the door of the cabinet. Whoever opens it must not see a patron's visit, so a visit ends
/// as usual when it opens. A visit that begins while the door is open (for example, to change the
/// paper) goes on.
public final class DoorFlow {
  private DoorFlow() {}

  public static void opened(Turn turn) {
    if (turn.session.isEmpty()) {
      return;
    }
    turn.staff(Effect.StaffNote.DOOR_OPENED, Optional.of(Code.K54));
    Summary summary = ReceiptFlow.sum(turn.session.get()).with(Code.K54);
    if (paying(turn.session.get().account())) {
      summary = summary.with(Code.M23);
      turn.staff(Effect.StaffNote.DOOR_OPENED, Optional.of(Code.M23));
    }
    if (turn.screen instanceof Screen.Printing print) {
      turn.effect(new Effect.WithdrawPrint(print.job()));
      summary = summary.with(Code.P02);
    }
    // The person did not expect this end, so the screen stays as long as the idle time.
    Duration until = turn.at().plus(turn.patience(turn.settings.visit().idle()));
    VisitEnd.end(turn, new Screen.Done(summary, until, until));
    turn.beep(Sound.NEEDS_HAND);
  }

  private static boolean paying(Account account) {
    return account instanceof Account.Loaded loaded
        && loaded.details() instanceof Details.Known known
        && known.paying() instanceof Paying.AtTerminal;
  }
}
