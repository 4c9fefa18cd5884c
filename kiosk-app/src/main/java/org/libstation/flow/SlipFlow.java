package org.libstation.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.libstation.circulation.Happening.How;
import org.libstation.flow.DropSight.Slip;
import org.libstation.flow.StationFacts.DeviceRole;

/// The slip of a drop that has a printer: nobody is asked, a key stands beside what was taken. One
/// slip proves the whole stack, however it came in; what stands on one does not stand on the next.
final class SlipFlow {
  /// What comes so soon after the thing before it belongs to the same stack.
  static final Duration STACK = Duration.ofSeconds(45);

  /// A slip that takes longer is not waited for: what of it is missing shall not come out for
  /// whoever stands there next.
  static final Duration LIMIT = Duration.ofSeconds(25);

  private SlipFlow() {}

  /// Whether a slip can be had now.
  static boolean offered(FlowState state) {
    boolean printing =
        state.sight().slip().filter(slip -> slip.stage() == Slip.Paper.PRINTING).isPresent();
    return state.station().role() == StationFacts.Role.BOOK_DROP
        && state.screen() instanceof Screen.BookDrop(DropState drop, _)
        && drop == DropState.ANSWER
        && state.station().configured(DeviceRole.PRINTER)
        && state.station().noReceipt().isEmpty()
        && !printing
        && !stack(state).isEmpty();
  }

  /// What of the stack is on disk and on no slip yet, the oldest first.
  private static List<ReturnRow> stack(FlowState state) {
    long through = state.sight().slip().map(Slip::through).orElse(-1L);
    return chain(state.drops()).stream()
        .filter(row -> row.entry().isPresent() && row.number() > through)
        .toList();
  }

  /// What came in one after the other, up to the newest; the oldest first.
  private static List<ReturnRow> chain(List<ReturnRow> drops) {
    List<ReturnRow> rows =
        drops.stream()
            .filter(row -> row.how() == How.DROPPED)
            .sorted(Comparator.comparing((ReturnRow row) -> row.handedOver().monotonic()))
            .toList();
    List<ReturnRow> chain = new ArrayList<>();
    for (ReturnRow row : rows.reversed()) {
      boolean apart =
          !chain.isEmpty()
              && chain
                      .getFirst()
                      .handedOver()
                      .monotonic()
                      .minus(row.handedOver().monotonic())
                      .compareTo(STACK)
                  > 0;
      if (apart) {
        break;
      }
      chain.addFirst(row);
    }
    return chain;
  }

  /// Rows that a slip may still be asked for.
  static List<ReturnRow> kept(Turn turn) {
    boolean drop =
        turn.station.role() == StationFacts.Role.BOOK_DROP
            && turn.station.configured(DeviceRole.PRINTER);
    List<ReturnRow> chain = drop ? chain(turn.drops) : List.of();
    return chain.isEmpty() || turn.over(chain.getLast().handedOver().monotonic(), STACK)
        ? List.of()
        : chain;
  }

  static void key(Turn turn) {
    FlowState state = turn.state();
    if (!offered(state)) {
      turn.beep(Sound.NOT_POSSIBLE);
      return;
    }
    List<ReturnRow> rows = stack(state);
    long job = turn.number();
    turn.effect(new Effect.Print(job, ReceiptLines.dropped(state, rows, turn.now.corrected())));
    long through = rows.stream().mapToLong(ReturnRow::number).max().orElseThrow();
    set(turn, new Slip(job, through, Slip.Paper.PRINTING, turn.at()));
  }

  /// The page stays for a while: it says what became of the slip.
  private static void set(Turn turn, Slip slip) {
    turn.sight = turn.sight.slip(slip).answered(java.util.Optional.of(turn.at()));
  }

  static void printed(Turn turn, FlowEvent.PrintEnded ended) {
    turn.sight
        .slip()
        .filter(slip -> slip.job() == ended.job() && slip.stage() == Slip.Paper.PRINTING)
        .ifPresent(slip -> end(turn, slip, ended.trouble().isEmpty()));
  }

  private static void end(Turn turn, Slip slip, boolean well) {
    Slip.Paper stage = well ? Slip.Paper.DONE : Slip.Paper.FAILED;
    set(turn, new Slip(slip.job(), well ? slip.through() : -1, stage, turn.at()));
  }

  static void tick(Turn turn) {
    turn.sight
        .slip()
        .filter(slip -> slip.stage() == Slip.Paper.PRINTING && turn.over(slip.since(), LIMIT))
        .ifPresent(
            slip -> {
              turn.effect(new Effect.WithdrawPrint(slip.job()));
              end(turn, slip, false);
            });
  }
}
