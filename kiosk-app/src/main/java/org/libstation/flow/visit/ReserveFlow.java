package org.libstation.flow.visit;

import org.libstation.circulation.HoldOutcome;
import org.libstation.circulation.ItemId;
import org.libstation.flow.state.BorrowRow;
import org.libstation.flow.state.BorrowRow.BorrowRowState;
import org.libstation.flow.state.BorrowRow.Reserving;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Sound;
import org.libstation.flow.turn.Turn;

/// Places a hold from the row of an item that is not lent because others wait for it. The request
/// to the library is the same as from the page of holds. Only one is pending at a time, because an
/// answer does not name its item.
public final class ReserveFlow {
  private ReserveFlow() {}

  static void key(Turn turn, ItemId item) {
    if (Pile.reserving(turn).isPresent() || KnownAccount.underWay(turn)) {
      return;
    }
    Pile.find(turn, item)
        .ifPresent(
            row -> {
              if (row.state() instanceof BorrowRowState.BorrowRefused refused && mayAsk(refused)) {
                ask(turn, row, refused, item);
              }
            });
  }

  private static boolean mayAsk(BorrowRowState.BorrowRefused refused) {
    return refused.holdQueue() > 0
        && switch (refused.reserving()) {
          case Reserving.ReservationUndecided _, Reserving.NotReserved _ -> true;
          case Reserving.ReservationPending _, Reserving.ReservationPlaced _ -> false;
        };
  }

  private static void ask(
      Turn turn, BorrowRow row, BorrowRowState.BorrowRefused refused, ItemId item) {
    turn.session.ifPresent(
        open ->
            open.card()
                .ifPresent(
                    card -> {
                      Pile.put(
                          turn,
                          row.withState(refused.withReserving(new Reserving.ReservationPending())));
                      turn.effect(
                          new Effect.PlaceHold(open.number(), item, card.patron(), card.pin()));
                    }));
  }

  /// @return whether a row waited for the answer
  public static boolean held(Turn turn, FlowEvent.HoldAnswered answered) {
    if (!turn.isSession(answered.session()) || Pile.reserving(turn).isEmpty()) {
      return false;
    }
    switch (answered.outcome()) {
      case HoldOutcome.Placed placed -> {
        answer(turn, new Reserving.ReservationPlaced(placed.queue()));
        turn.beep(Sound.SEEN);
      }
      case HoldOutcome.NotPlaced(var refusal) -> notDone(turn, Code.ofHold(refusal.reason()));
      case HoldOutcome.HoldNotKnown _, HoldOutcome.GivenUp _ -> notDone(turn, Code.H15);
    }
    return true;
  }

  /// @return whether a row waited for the answer
  public static boolean notWritten(Turn turn, long session) {
    boolean waited = turn.isSession(session) && Pile.reserving(turn).isPresent();
    if (waited) {
      notDone(turn, Code.H17);
    }
    return waited;
  }

  private static void notDone(Turn turn, Code code) {
    answer(turn, new Reserving.NotReserved(code));
    turn.beep(Sound.NOT_POSSIBLE);
  }

  private static void answer(Turn turn, Reserving reserving) {
    Pile.reserving(turn)
        .ifPresent(
            row -> {
              if (row.state() instanceof BorrowRowState.BorrowRefused refused) {
                Pile.put(turn, row.withState(refused.withReserving(reserving)));
              }
            });
  }
}
