package org.libstation.flow.visit;

import java.util.Optional;
import org.libstation.circulation.PatronId;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Count;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Leads out of a visit: work under way ends first, then the screen asks about unfinished items,
/// then comes the receipt.
public final class LeaveFlow {
  private LeaveFlow() {}

  /// Ends the visit of a person who has finished. Waits for work under way, and asks about
  /// unfinished items.
  public static void leave(Turn turn) {
    turn.overlay = Optional.empty();
    KnownAccount.stopPaying(turn);
    if (turn.working()) {
      turn.change(open -> open.withLeaving(true));
      return;
    }
    int open = openMatters(turn);
    if (open > 0) {
      turn.overlay = Optional.of(new Overlay.ConfirmLeave(open));
      turn.beep(Sound.NEEDS_HAND);
    } else {
      turn.change(session -> session.withLeaving(false));
      ReceiptFlow.offer(turn, new Screen.After.GoodBye());
    }
  }

  /// Leaves in spite of unfinished items; loans that were not released go to staff.
  public static void leaveOpenMatters(Turn turn) {
    turn.overlay = Optional.empty();
    LoanFlow.closeOpen(turn, Code.T31);
    turn.change(
        open ->
            open.withCount(new Count.NotWanted())
                .withBorrows(
                    open.borrows().stream()
                        .filter(row -> !(row.state() instanceof BorrowRowState.SetIncomplete))
                        .toList()));
    leave(turn);
  }

  static int openMatters(Turn turn) {
    return CountFlow.missing(turn)
        + (int)
            turn.borrows().stream()
                .filter(
                    row ->
                        row.state() instanceof BorrowRowState.PlaceAgain
                            || row.state() instanceof BorrowRowState.SetIncomplete)
                .count();
  }

  /// Begins with another card of the same visit. Refused while the first card has work under way or
  /// unfinished items.
  ///
  /// @param card empty if none was presented yet
  static void nextCard(Turn turn, Optional<PatronId> card) {
    boolean leaving = turn.session.filter(Session::leaving).isPresent();
    if (leaving || turn.working() || openMatters(turn) > 0) {
      turn.notice(Code.C22);
    } else {
      ReceiptFlow.offer(turn, new Screen.After.AnotherCard(card));
    }
  }
}
