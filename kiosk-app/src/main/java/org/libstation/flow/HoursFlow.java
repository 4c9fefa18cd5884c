package org.libstation.flow;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.DropPanel;
import org.libstation.flow.state.DropStanding;
import org.libstation.flow.state.DropState;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Overlay;
import org.libstation.flow.state.Screen;
import org.libstation.flow.turn.Turn;

/// Applies the opening hours. A station that keeps them serves nobody outside them, and an unused
/// screen goes black. A visit under way gets a notice, but is never cut off.
public final class HoursFlow {
  /// How long before the library closes a visit gets a notice.
  static final Duration CLOSING = Duration.ofMinutes(5);

  private HoursFlow() {}

  /// Warns a visit that the library closes, and darkens or lights the screen.
  ///
  /// @param before the time of the previous event
  static void tick(Turn turn, OffsetDateTime before) {
    if (turn.session.isPresent()) {
      warn(turn, before);
    }
    if (!idle(turn)) {
      turn.between = turn.between.withSeen(turn.at());
    }
    boolean dark = turn.overlay.orElse(null) instanceof Overlay.Dark;
    if (dark && !mayBeDark(turn)) {
      light(turn);
    } else if (!dark
        && turn.overlay.isEmpty()
        && mayBeDark(turn)
        && turn.over(turn.between.seen(), turn.settings.hours().darkAfter())) {
      turn.overlay = Optional.of(new Overlay.Dark());
    }
  }

  private static void warn(Turn turn, OffsetDateTime before) {
    if (turn.settings.hours().station() != FlowSettings.Keeps.LIBRARY_HOURS) {
      return;
    }
    OffsetDateTime now = turn.now.corrected();
    Optional<OffsetDateTime> closes = turn.station.opening().library().closesAfter(before);
    boolean soon =
        closes.filter(at -> passed(at.minus(CLOSING), before, now) && at.isAfter(now)).isPresent();
    boolean over = closes.filter(at -> passed(at, before, now)).isPresent();
    if (soon || over) {
      turn.notice(over ? Code.K53 : Code.K52);
    }
  }

  private static boolean passed(OffsetDateTime moment, OffsetDateTime before, OffsetDateTime now) {
    return before.isBefore(moment) && !now.isBefore(moment);
  }

  /// Whether nobody uses the station, as far as it knows.
  static boolean idle(Turn turn) {
    return turn.session.isEmpty()
        && switch (turn.screen) {
          case Screen.Idle _ ->
              !DropPanel.there(turn.station) || DropStanding.of(turn.state()).rests();
          case Screen.BookDropScreen(DropState drop, _) -> drop.rests();
          case Screen.Visit _, Screen.Leaving _, Screen.Staff _ -> false;
        };
  }

  private static boolean mayBeDark(Turn turn) {
    FlowSettings.Hours hours = turn.settings.hours();
    return hours.darkAfter().isPositive()
        && idle(turn)
        && (hours.darkAlways() || turn.outsideHours());
  }

  /// Lights a dark screen at any sign of a person. A pressed key does nothing else, because people
  /// cannot see in the dark what they press.
  ///
  /// @return whether the event needs no further handling
  static boolean wakes(Turn turn, FlowEvent event) {
    boolean sign =
        event instanceof FlowEvent.Pressed
            || event instanceof FlowEvent.PressedAtDrop
            || event instanceof FlowEvent.CardRead
            || event instanceof FlowEvent.BarcodeRead
            || event instanceof FlowEvent.UnmatchedRead
            || event instanceof FlowEvent.TagArrived
            || event instanceof FlowEvent.TagLeft
            || event instanceof FlowEvent.DropObjectPassed
            || event instanceof FlowEvent.HeadphoneChanged
            || event instanceof FlowEvent.CardLies;
    if (!sign) {
      return false;
    }
    turn.between = turn.between.withSeen(turn.at());
    if (!(turn.overlay.orElse(null) instanceof Overlay.Dark)) {
      return false;
    }
    light(turn);
    return event instanceof FlowEvent.Pressed || event instanceof FlowEvent.PressedAtDrop;
  }

  static void light(Turn turn) {
    if (turn.overlay.orElse(null) instanceof Overlay.Dark) {
      turn.overlay = Optional.empty();
    }
    turn.between = turn.between.withSeen(turn.at());
  }
}
