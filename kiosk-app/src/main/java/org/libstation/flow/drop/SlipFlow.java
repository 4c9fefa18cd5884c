package org.libstation.flow.drop;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libstation.circulation.BinContents.Dropped;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.flow.state.DropSight;
import org.libstation.flow.state.DropSight.Slip;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.MissingParts;
import org.libstation.flow.state.ReceiptLines;
import org.libstation.flow.state.ReturnRow;
import org.libstation.flow.state.ReturnRow.Arming;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.SlipOffer;
import org.libstation.flow.state.Sound;
import org.libstation.flow.state.StationFacts;
import org.libstation.flow.state.StationFacts.DeviceRole;
import org.libstation.flow.turn.Turn;

/// Prints the slip of a drop that has a printer, without asking: by a key beside the returns or, if
/// the site prefers, once nothing more comes in. One slip proves the whole stack, however the items
/// came in. An item on one slip is not on the next.
public final class SlipFlow {
  /// How long a slip may take. Then it is withdrawn, so that the rest is not printed for the next
  /// person.
  static final Duration LIMIT = Duration.ofSeconds(25);

  /// How long after the last item a slip is printed by itself.
  static final Duration BY_ITSELF = Duration.ofSeconds(4);

  private SlipFlow() {}

  /// Whether to print a slip by itself now: nothing more is coming in, everything is on disk, and
  /// no patron's receipt is being printed.
  private static boolean comes(Turn turn, FlowState state) {
    if (state.station().drop().slip() != SlipOffer.ALWAYS
        || state.screen() instanceof Screen.Printing
        || !DropStanding.printsSlip(state)) {
      return false;
    }
    Duration last = DropStanding.stack(state).getLast().handedOver().monotonic();
    boolean coming =
        turn.sight.dark()
            || !turn.sight.seen().isEmpty()
            || turn.sight.passed().stream().anyMatch(DropSight.Passed::fresh)
            || turn.drops.stream()
                .anyMatch(row -> row.state() instanceof ReturnRow.ReturnRowState.ReturnWriting);
    // A slip that failed is not tried again until something more comes in.
    boolean tried =
        turn.sight
            .slip()
            .filter(
                slip ->
                    slip.stage() == Slip.SlipPrintState.FAILED && slip.since().compareTo(last) >= 0)
            .isPresent();
    return !coming && !tried && turn.over(last, BY_ITSELF);
  }

  /// Restores items that a former run took in but did not print, as far as their stack may
  /// continue. They are on the next slip, as if the program had not stopped.
  static void found(Turn turn, List<Dropped> unslipped) {
    Duration end = turn.at();
    for (Dropped one : unslipped.reversed()) {
      Duration came = one.at().monotonic();
      boolean apart =
          end.minus(came).compareTo(DropStanding.STACK) > 0 || came.compareTo(turn.at()) > 0;
      if (apart || !one.at().bootId().equals(turn.now.bootId())) {
        return;
      }
      end = came;
      if (turn.drops.stream().noneMatch(row -> row.isEntry(one.entry()))) {
        turn.drops.add(
            new ReturnRow(
                turn.number(),
                Optional.of(one.item()),
                Optional.empty(),
                How.DROPPED,
                one.at(),
                List.of(),
                List.of(),
                MissingParts.NONE,
                OptionalLong.of(one.entry()),
                Arming.NO_TAG,
                new ReturnRow.ReturnRowState.ReturnRowRecorded(false, Optional.empty()),
                turn.at()));
      }
      turn.sight = turn.sight.answered(Optional.of(turn.at()));
    }
  }

  /// Returns the rows for which a slip may still be requested.
  static List<ReturnRow> kept(Turn turn) {
    boolean drop =
        turn.station.role() == StationFacts.StationRole.BOOK_DROP
            && turn.station.configured(DeviceRole.PRINTER);
    List<ReturnRow> chain = drop ? DropStanding.chain(turn.now, turn.drops) : List.of();
    return chain.isEmpty()
            || turn.over(chain.getLast().handedOver().monotonic(), DropStanding.STACK)
        ? List.of()
        : chain;
  }

  public static void key(Turn turn) {
    FlowState state = turn.state();
    if (!DropStanding.offersSlip(state)) {
      turn.beep(Sound.NOT_POSSIBLE);
      return;
    }
    print(turn, state);
  }

  private static void print(Turn turn, FlowState state) {
    List<ReturnRow> rows = DropStanding.stack(state);
    long job = turn.number();
    turn.effect(new Effect.Print(job, ReceiptLines.dropped(state, rows, turn.now.corrected())));
    long through = rows.stream().mapToLong(ReturnRow::number).max().orElseThrow();
    List<Long> entries = rows.stream().flatMapToLong(row -> row.entry().stream()).boxed().toList();
    set(turn, new Slip(job, through, entries, Slip.SlipPrintState.PRINTING, turn.at()));
  }

  /// Keeps the page for a while, because it shows the result of the slip.
  private static void set(Turn turn, Slip slip) {
    turn.sight = turn.sight.slip(slip).answered(Optional.of(turn.at()));
  }

  public static void printed(Turn turn, FlowEvent.PrintJobEnded ended) {
    turn.sight
        .slip()
        .filter(slip -> slip.job() == ended.job() && slip.stage() == Slip.SlipPrintState.PRINTING)
        .ifPresent(slip -> end(turn, slip, ended.trouble().isEmpty()));
  }

  private static void end(Turn turn, Slip slip, boolean well) {
    Slip.SlipPrintState stage = well ? Slip.SlipPrintState.DONE : Slip.SlipPrintState.FAILED;
    set(turn, slip.with(c -> c.through(well ? slip.through() : -1).stage(stage).since(turn.at())));
    if (well) {
      turn.effect(new Effect.MarkOnSlip(slip.entries()));
    }
  }

  static void tick(Turn turn) {
    turn.sight
        .slip()
        .filter(
            slip -> slip.stage() == Slip.SlipPrintState.PRINTING && turn.over(slip.since(), LIMIT))
        .ifPresent(
            slip -> {
              turn.effect(new Effect.WithdrawPrint(slip.job()));
              end(turn, slip, false);
            });
    FlowState state = turn.state();
    if (comes(turn, state)) {
      print(turn, state);
    }
  }
}
