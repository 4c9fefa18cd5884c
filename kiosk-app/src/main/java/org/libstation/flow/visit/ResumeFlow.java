package org.libstation.flow.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.circulation.LoanOutcome;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.BorrowRow.WrittenLoan;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.PadTag;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Session;
import org.libstation.flow.state.Session.Purpose;
import org.libstation.flow.turn.Pad;
import org.libstation.flow.turn.Turn;

/// Finishes loans that a power cut interrupted before their release. The same card finishes them,
/// if the items are still there.
public final class ResumeFlow {
  private ResumeFlow() {}

  /// Shows the unfinished loans as rows that wait for their items.
  static void open(Turn turn, List<LoanOutcome.Lent> unfinished) {
    List<BorrowRow> rows = new ArrayList<>(turn.borrows());
    for (LoanOutcome.Lent lent : unfinished) {
      boolean there =
          rows.stream()
              .anyMatch(row -> row.loan().filter(l -> l.entry() == lent.entry()).isPresent());
      if (!there) {
        WrittenLoan loan = new WrittenLoan(lent.entry(), lent.due(), true);
        rows.add(
            new BorrowRow(
                turn.number(),
                Optional.of(lent.item()),
                Optional.of(lent.title()).filter(title -> !title.isBlank()),
                Map.of(),
                1,
                new BorrowRowState.PlaceAgain(loan, Code.T33, List.of(), 0, false)));
      }
    }
    // The central system's count of loans already includes these.
    turn.change(
        open -> open.withBorrows(rows).withLook(open.card().flatMap(Session.SessionCard::look)));
    turn.show(new Screen.Resume());
    claim(turn);
  }

  /// Takes items of these loans that lay on the pad through the power cut. Nothing else there is
  /// taken.
  public static void claim(Turn turn) {
    if (!(turn.screen instanceof Screen.Resume)) {
      return;
    }
    for (PadTag tag : List.copyOf(turn.pad)) {
      boolean waitedFor = turn.borrows().stream().anyMatch(row -> waitsFor(row, tag));
      if (tag.use() == PadTag.Use.FORMER && waitedFor) {
        Pad.use(turn, tag.uid(), PadTag.Use.FRESH);
      }
    }
    BorrowFlow.takeFresh(turn);
  }

  private static boolean waitsFor(BorrowRow row, PadTag tag) {
    return row.unfinished() && row.item().filter(tag::carries).isPresent();
  }

  /// Whether a loan still waits for its item or for an answer.
  static boolean waiting(Turn turn) {
    return turn.borrows().stream()
        .anyMatch(
            row ->
                row.state() instanceof BorrowRowState.PlaceAgain
                    || (row.state().working()
                        && !(row.state() instanceof BorrowRowState.Recognised)));
  }

  /// Goes on without the items; staff get tasks.
  static void giveUp(Turn turn) {
    LoanFlow.closeOpen(turn, Code.T32);
    goOn(turn);
  }

  static void goOn(Turn turn) {
    Purpose purpose = turn.session.map(Session::purpose).orElse(Purpose.BORROW);
    PurposeFlow.go(turn, purpose);
  }
}
