package org.libstation.screen;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libstation.flow.state.Code;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Opening;
import org.libstation.flow.state.Opening.Span;
import org.libstation.flow.state.Opening.Times;
import org.libstation.flow.state.Opening.Today;
import org.libstation.flow.state.Opening.Why;
import org.libstation.flow.state.Screen;

/// The library's hours on the screens. It is 18:44 on 24 November.
final class HoursStates {
  private HoursStates() {}

  static final Opening USUAL =
      opening(
          new Today.HoursToday(LocalTime.of(10, 0), LocalTime.of(21, 0), Optional.empty()),
          span("2026-11-24T10:00", "2026-11-24T21:00"),
          span("2026-11-25T13:00", "2026-11-25T21:00"));

  private static final Opening STORM =
      opening(
          new Today.ClosedToday(Why.GALE),
          span("2026-11-25T13:00", "2026-11-25T21:00"),
          span("2026-11-26T10:00", "2026-11-26T21:00"));

  private static final Opening SHORT =
      opening(
          new Today.HoursToday(LocalTime.of(10, 0), LocalTime.of(18, 0), Optional.of(Why.HOLIDAY)),
          span("2026-11-27T10:00", "2026-11-27T21:00"),
          span("2026-11-28T10:00", "2026-11-28T21:00"));

  private static final Opening OVER =
      opening(
          new Today.HoursToday(LocalTime.of(9, 0), LocalTime.of(18, 0), Optional.empty()),
          span("2026-11-25T13:00", "2026-11-25T21:00"),
          span("2026-11-26T10:00", "2026-11-26T21:00"));

  private static Opening opening(Today today, Span... spans) {
    return new Opening(
        Optional.of(today),
        new Times(List.of(spans)),
        Map.of(
            "drop", new Times(List.of(span("2026-11-24T00:00", "2027-01-24T00:00"))),
            "near", new Times(List.of(span("2026-11-25T09:00", "2026-11-25T17:00")))));
  }

  private static Span span(String from, String to) {
    return new Span(OffsetDateTime.parse(from + "+08:00"), OffsetDateTime.parse(to + "+08:00"));
  }

  static void add(Map<String, FlowState> all) {
    all.put("hours-storm", welcome(STORM));
    all.put("hours-short", welcome(SHORT));
    all.put("hours-over", welcome(OVER));
    all.put("hours-closed", shut(OVER));
    all.put("crash-again", crashed(Code.K41));
  }

  private static FlowState welcome(Opening opening) {
    return States.of(States.WELL.withOpening(opening), Screen.Welcome.untouched());
  }

  /// What the supervisor shows by itself.
  private static FlowState crashed(Code code) {
    return States.of(new Screen.OutOfService(code, false));
  }

  private static FlowState shut(Opening opening) {
    return States.of(States.WELL.withOpening(opening), new Screen.OutOfService(Code.K51, false));
  }
}
