package org.libstation.flow.state;

import java.time.Duration;
import java.util.Optional;
import org.libstation.flow.drop.DropFlow;
import org.libstation.flow.drop.DropService;
import org.libstation.flow.drop.SlipFlow;
import org.libstation.flow.state.StationFacts.DeviceRole;

/// What a book drop is doing, as its screen, its lamp and its table (`docs/book-drop.md`) name it.
/// It follows from the state of the station alone.
public enum DropState {
  /// The flap is shut, and something can be put in.
  READY(DropLamp.STEADY),
  /// The flap is open and nothing was seen yet.
  OPEN(DropLamp.STEADY),
  /// Something was read that has not passed the photo-eye.
  READING(DropLamp.QUICK),
  /// Something passes the photo-eye, or has just passed and is not read yet.
  PASSING(DropLamp.QUICK),
  /// Tells what was taken.
  ANSWER(DropLamp.STEADY),
  /// Something came in unread: what is it?
  ASKING(DropLamp.SLOW),
  /// Something stands in the way.
  BLOCKED(DropLamp.SLOW),
  /// The bin is full; the flap stays shut.
  FULL(DropLamp.OFF),
  /// Nothing can be written down, or there is no bin; the flap stays shut.
  SHUT(DropLamp.OFF);

  private static final String FLAP_STANDS_OPEN = "DB25";

  private final DropLamp lamp;

  DropState(DropLamp lamp) {
    this.lamp = lamp;
  }

  public DropLamp lamp() {
    return lamp;
  }

  /// Nobody is in front of the drop, as far as it sees.
  public boolean rests() {
    return this == READY || this == FULL || this == SHUT;
  }

  /// What the drop of a station does now.
  public static DropState of(FlowState state) {
    StationFacts station = state.station();
    DropSight sight = state.sight();
    if (DropService.shut(station).isPresent()) {
      return SHUT;
    }
    if (DropService.full(station, sight)) {
      return FULL;
    }
    if (sight.jammed(state.at()) || flapStandsOpen(station)) {
      return BLOCKED;
    }
    if (!sight.seen().isEmpty() && !sight.seen().stream().allMatch(DropSight.Seen::left)) {
      return READING;
    }
    if (sight.dark() || sight.passed().stream().anyMatch(DropSight.Passed::fresh)) {
      return PASSING;
    }
    if (sight.asking().isPresent()) {
      return ASKING;
    }
    if (sight.answered().filter(at -> !state.over(at, DropFlow.ANSWERS)).isPresent()) {
      return ANSWER;
    }
    return station.drop().flapClosed() ? READY : OPEN;
  }

  /// Why the drop of a station takes nothing whatever room there is; empty when it does.
  public static Optional<Code> shutBy(FlowState state) {
    return DropService.shut(state.station());
  }

  /// The code that a book drop in this state tells: why it takes nothing, or what stands in the
  /// way; empty when it tells none of itself. What just happened is told beside it
  /// ([DropSight.Hint]).
  public Optional<Code> code(FlowState state) {
    return switch (this) {
      case SHUT -> shutBy(state);
      case BLOCKED -> Optional.of(state.sight().dark() ? Code.R41 : Code.R42);
      case READY, OPEN, READING, PASSING, ANSWER, ASKING, FULL -> Optional.empty();
    };
  }

  /// Whether whoever put something in can have a slip now.
  public static boolean offersSlip(FlowState state) {
    return SlipFlow.offered(state);
  }

  /// Whether what changed then still belongs to the answer that is shown.
  public static boolean isAnswered(FlowState state, Duration since) {
    return !state.over(since, DropFlow.ANSWERS);
  }

  private static boolean flapStandsOpen(StationFacts station) {
    return station.devices().stream()
        .anyMatch(line -> line.role() == DeviceRole.DROP && line.code().equals(FLAP_STANDS_OPEN));
  }
}
