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

/// Derives the state of the drop from the state of the station: what the drop does, which code it
/// shows, and whether it can print a slip.
public final class DropStanding {
  /// How long the screen shows what was taken.
  public static final Duration ANSWERS = Duration.ofSeconds(12);

  /// Longest time between two items of the same stack.
  public static final Duration STACK = Duration.ofSeconds(45);

  private DropStanding() {}

  /// The state that the drop's own panel draws: that of the drop, without the visit at the station.
  /// While staff empty the bin, it counts as taken out.
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

  /// What the drop does now.
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

  /// Whether the bin is full.
  public static boolean full(StationFacts station, DropSight sight) {
    return sight.fill().full(station.dropBlind(), station.flapLocked());
  }

  /// The code that a book drop shows in this state: why it takes nothing, or what blocks it. Empty
  /// if it shows none. A [DropSight.Hint] about the last event is shown beside it.
  public static Optional<Code> code(DropState drop, FlowState state) {
    return switch (drop) {
      case SHUT -> state.station().dropShut();
      case BLOCKED -> Optional.of(state.sight().dark() ? Code.R41 : Code.R42);
      case READY, OPEN, READING, PASSING, ANSWER, ASKING, FULL -> Optional.empty();
    };
  }

  /// Whether something taken at monotonic time `since` is still shown.
  public static boolean isAnswered(FlowState state, Duration since) {
    return !state.over(since, ANSWERS);
  }

  private static boolean flapStandsOpen(StationFacts station) {
    return station.devices().stream()
        .anyMatch(line -> line.trouble() == StationFacts.Trouble.FLAP_OPEN);
  }

  /// Whether the person can ask for a slip now, by a key.
  public static boolean offersSlip(FlowState state) {
    return state.station().drop().slip() != SlipOffer.NEVER
        && state.station().role() == StationFacts.StationRole.BOOK_DROP
        && state.screen() instanceof Screen.BookDropScreen(DropState drop, _)
        && drop == DropState.ANSWER
        && printsSlip(state);
  }

  /// Whether there is something to print, the printer works, and no slip is being printed.
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

  /// Items of the last stack that are on disk and on no slip yet, oldest first.
  public static List<ReturnRow> stack(FlowState state) {
    long through = state.sight().slip().map(Slip::through).orElse(-1L);
    return chain(state.now(), state.drops()).stream()
        .filter(row -> row.entry().isPresent() && row.number() > through)
        .toList();
  }

  /// The last stack of items put in: each came within [#STACK] of the one before it, in this run of
  /// the machine. Oldest first.
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
