package org.libstation.flow.visit;

import java.util.List;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.Screen.Hands;
import org.libstation.flow.turn.Turn;

/// Chooses the one thing that the person's hands should do next.
public final class HandsFlow {
  private HandsFlow() {}

  public static void choose(Turn turn) {
    if (turn.screen instanceof Screen.Borrow) {
      turn.screen = new Screen.Borrow(borrow(turn));
    } else if (turn.screen instanceof Screen.Return) {
      turn.screen = new Screen.Return(giveBack(turn));
    }
  }

  private static Hands borrow(Turn turn) {
    List<BorrowRow> rows = turn.borrows();
    if (rows.stream().anyMatch(row -> row.state() instanceof BorrowRowState.PlaceAgain)) {
      return Hands.PLACE_AGAIN;
    }
    if (former(turn)) {
      return Hands.LIFT_FORMER;
    }
    if (rows.stream().anyMatch(row -> row.state() instanceof BorrowRowState.SetIncomplete)) {
      return Hands.ADD_MISSING_PART;
    }
    if (rows.stream().anyMatch(row -> row.state().working())) {
      return Hands.WAIT;
    }
    if (CountFlow.asks(turn)) {
      return Hands.SAY_HOW_MANY;
    }
    if (CountFlow.missing(turn) > 0) {
      return Hands.PLACE_MISSING;
    }
    return rows.stream().anyMatch(row -> row.state() instanceof BorrowRowState.Borrowed)
        ? Hands.TAKE_ITEMS
        : Hands.PLACE_ITEMS;
  }

  private static Hands giveBack(Turn turn) {
    if (former(turn)) {
      return Hands.LIFT_FORMER;
    }
    if (turn.returns().stream().anyMatch(ReturnRow::working)) {
      return Hands.WAIT;
    }
    return turn.returns().stream().anyMatch(row -> !row.setMissing().isEmpty())
        ? Hands.ADD_MISSING_PART
        : Hands.PLACE_ITEMS;
  }

  private static boolean former(Turn turn) {
    return !turn.state().leftToTell().isEmpty();
  }
}
