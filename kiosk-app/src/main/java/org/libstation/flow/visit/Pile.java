package org.libstation.flow.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.Session;
import org.libstation.flow.turn.Turn;

/// The rows of items that a person wants to borrow.
public final class Pile {
  /// Most rows in one visit; further items are refused with a notice.
  public static final int MOST_ROWS = 100;

  /// Most rows for unknown tags and codes; the oldest is dropped.
  public static final int MOST_UNKNOWN_ROWS = 5;

  private Pile() {}

  static Optional<BorrowRow> find(Turn turn, ItemId item) {
    return first(turn, row -> row.item().filter(item::equals).isPresent());
  }

  static Optional<BorrowRow> first(Turn turn, Predicate<BorrowRow> which) {
    return turn.borrows().stream().filter(which).findFirst();
  }

  /// Replaces the row of the same number.
  static void put(Turn turn, BorrowRow changed) {
    change(turn, rows -> rows.replaceAll(row -> row.number() == changed.number() ? changed : row));
  }

  static void change(Turn turn, Consumer<List<BorrowRow>> change) {
    UnaryOperator<Session> rows =
        open -> {
          List<BorrowRow> copy = new ArrayList<>(open.borrows());
          change.accept(copy);
          return open.withBorrows(copy);
        };
    turn.change(rows);
  }

  /// Returns the row whose item is being reserved for the person.
  static Optional<BorrowRow> reserving(Turn turn) {
    return first(
        turn,
        row ->
            row.state() instanceof BorrowRow.BorrowRowState.BorrowRefused refused
                && refused.reserving() instanceof BorrowRow.Reserving.ReservationPending);
  }
}
