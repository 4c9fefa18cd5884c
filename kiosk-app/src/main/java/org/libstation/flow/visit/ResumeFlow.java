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

/// A power cut fell between a loan and its release: the same card finishes it, when the item is
/// still there.
public final class ResumeFlow {
  private ResumeFlow() {}

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
    // The central system counted these loans before it was asked about the card.
    turn.change(
        open -> open.withBorrows(rows).withLook(open.card().flatMap(Session.SessionCard::look)));
    turn.show(new Screen.Resume());
    claim(turn);
  }

  /// What lies on the pad through the cut is nobody's, but for the items of these very loans.
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

  static boolean waiting(Turn turn) {
    return turn.borrows().stream()
        .anyMatch(
            row ->
                row.state() instanceof BorrowRowState.PlaceAgain
                    || (row.state().working()
                        && !(row.state() instanceof BorrowRowState.Recognised)));
  }

  /// The person goes on without the items: staff get their lines.
  static void giveUp(Turn turn) {
    LoanFlow.closeOpen(turn, Code.T32);
    goOn(turn);
  }

  static void goOn(Turn turn) {
    Purpose purpose = turn.session.map(Session::purpose).orElse(Purpose.BORROW);
    PurposeFlow.go(turn, purpose);
  }
}
