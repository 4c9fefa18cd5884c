package org.libstation.flow.state;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.CirculationEvent.How;
import org.libstation.circulation.EventTime;
import org.libstation.flow.state.DropSight.Slip;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// What the state of a station comes to at its drop: what it does now, what it says of itself, and
/// whether there is something for a slip.
public final class DropStanding {
  /// What was taken is told for so long.
  public static final Duration ANSWERS = Duration.ofSeconds(12);

  /// What comes so soon after the thing before it belongs to the same stack.
  public static final Duration STACK = Duration.ofSeconds(45);

  private DropStanding() {}

  /// What the drop's own panel draws of a station: its drop, and nothing of who stands before the
  /// station. While staff empty it, its bin counts as out.
  public static FlowState onPanel(FlowState state) {
    DropPanel panel = state.sight().panel();
    DropFacts facts = state.station().drop();
    StationFacts station =
        state.screen() instanceof Screen.Emptying
            ? state.station().withDrop(facts.inputs(facts.flapClosed(), false, facts.doorOpen()))
            : state.station();
    FlowState drop =
        new FlowState(
            state.now(),
            station,
            panel.language(),
            Access.silent(1, panel.contrast(), false, false, false),
            Optional.empty(),
            Screen.Welcome.untouched(),
            panel
                .help()
                .<Overlay>map(sheet -> sheet)
                .or(() -> state.overlay().filter(Overlay.Dark.class::isInstance)),
            PadSight.NOTHING,
            List.of(),
            state.drops().stream().filter(row -> row.how() == How.DROPPED).toList(),
            state.sight(),
            FlowState.TechnicianEntry.NONE,
            FlowState.KeptBetweenVisits.NOTHING,
            0);
    return drop.withScreen(new Screen.BookDropScreen(of(drop), panel.touched()));
  }

  /// What the drop of a station does now.
  public static DropState of(FlowState state) {
    StationFacts station = state.station();
    DropSight sight = state.sight();
    if (station.dropShut().isPresent()) {
      return DropState.SHUT;
    }
    if (full(station, sight)) {
      return DropState.FULL;
    }
    if (sight.jammed(state.at()) || flapStandsOpen(station)) {
      return DropState.BLOCKED;
    }
    if (!sight.seen().isEmpty() && !sight.seen().stream().allMatch(DropSight.SeenObject::left)) {
      return DropState.READING;
    }
    if (sight.dark() || sight.passed().stream().anyMatch(DropSight.Passed::fresh)) {
      return DropState.PASSING;
    }
    if (sight.asking().isPresent()) {
      return DropState.ASKING;
    }
    if (sight.answered().filter(at -> isAnswered(state, at)).isPresent()) {
      return DropState.ANSWER;
    }
    return station.drop().flapClosed() ? DropState.READY : DropState.OPEN;
  }

  /// Whether the bin takes nothing more.
  public static boolean full(StationFacts station, DropSight sight) {
    return sight.fill().full(station.dropBlind(), station.flapLocked());
  }

  /// The code that a book drop in this state tells: why it takes nothing, or what stands in the
  /// way; empty when it tells none of itself. What just happened is told beside it
  /// ([DropSight.Hint]).
  public static Optional<Code> code(DropState drop, FlowState state) {
    return switch (drop) {
      case SHUT -> state.station().dropShut();
      case BLOCKED -> Optional.of(state.sight().dark() ? Code.R41 : Code.R42);
      case READY, OPEN, READING, PASSING, ANSWER, ASKING, FULL -> Optional.empty();
    };
  }

  /// Whether what changed then still belongs to the answer that is shown.
  public static boolean isAnswered(FlowState state, Duration since) {
    return !state.over(since, ANSWERS);
  }

  private static boolean flapStandsOpen(StationFacts station) {
    return station.devices().stream()
        .anyMatch(line -> line.trouble() == StationFacts.Trouble.FLAP_OPEN);
  }

  /// Whether whoever put something in can have a slip now, by a key.
  public static boolean offersSlip(FlowState state) {
    return state.station().drop().slip() != SlipOffer.NEVER
        && state.station().role() == StationFacts.StationRole.BOOK_DROP
        && state.screen() instanceof Screen.BookDropScreen(DropState drop, _)
        && drop == DropState.ANSWER
        && printsSlip(state);
  }

  /// Whether there is something to print and a printer that prints.
  public static boolean printsSlip(FlowState state) {
    boolean printing =
        state
            .sight()
            .slip()
            .filter(slip -> slip.stage() == Slip.SlipPrintState.PRINTING)
            .isPresent();
    return state.station().configured(DeviceRole.PRINTER)
        && state.station().noReceipt().isEmpty()
        && !printing
        && !stack(state).isEmpty();
  }

  /// What of the stack is on disk and on no slip yet, the oldest first.
  public static List<ReturnRow> stack(FlowState state) {
    long through = state.sight().slip().map(Slip::through).orElse(-1L);
    return chain(state.now(), state.drops()).stream()
        .filter(row -> row.entry().isPresent() && row.number() > through)
        .toList();
  }

  /// What came in one after the other in this run of the machine, up to the newest; the oldest
  /// first.
  public static List<ReturnRow> chain(EventTime now, List<ReturnRow> drops) {
    List<ReturnRow> rows =
        drops.stream()
            .filter(row -> row.how() == How.DROPPED)
            .filter(row -> row.handedOver().bootId().equals(now.bootId()))
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
}
