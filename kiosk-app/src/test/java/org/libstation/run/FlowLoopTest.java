package org.libstation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.PatronId;
import org.libstation.circulation.StationClock;
import org.libstation.flow.Flow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;

class FlowLoopTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  @Test
  void it_has_caught_up_once_what_was_offered_is_handled() throws Exception {
    try (FlowLoop loop =
        new FlowLoop(
            new Flow(FlowSettings.standard(), PatronId::masked),
            new StandingClock(),
            _ -> {},
            _ -> {})) {
      assertThat(loop.caughtUp(AT_ONCE)).isTrue();

      loop.answer(new FlowEvent.Pressed(new Key.StartBorrow()));
      assertThat(loop.caughtUp(AT_ONCE)).isFalse();

      assertThat(loop.drain()).isEqualTo(1);
      assertThat(loop.caughtUp(AT_ONCE)).isTrue();
    }
  }

  @Test
  void who_waits_is_woken_by_the_loops_thread() throws Exception {
    try (FlowLoop loop =
        new FlowLoop(
            new Flow(FlowSettings.standard(), PatronId::masked),
            new StandingClock(),
            _ -> {},
            _ -> {})) {
      loop.start();
      loop.answer(new FlowEvent.Pressed(new Key.StartBorrow()));

      assertThat(loop.caughtUp(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void a_loop_that_does_not_turn_lets_no_more_than_so_many_answers_wait() {
    try (FlowLoop loop =
        new FlowLoop(
            new Flow(FlowSettings.standard(), PatronId::masked),
            new StandingClock(),
            _ -> {},
            _ -> {})) {
      for (int i = 0; i < FlowLoop.MOST_ANSWERS + 5; i++) {
        loop.answer(new FlowEvent.BinCounted(i));
      }

      assertThat(loop.unheard()).isEqualTo(5);
      assertThat(loop.drain()).isEqualTo(FlowLoop.MOST_ANSWERS);

      loop.answer(new FlowEvent.Pressed(new Key.StartBorrow()));
      assertThat(loop.drain()).as("heard again").isEqualTo(1);
      assertThat(loop.unheard()).isEqualTo(5);
    }
  }

  private static final class StandingClock implements StationClock {
    @Override
    public EventTime now() {
      return new EventTime(
          OffsetDateTime.parse("2026-11-24T10:00:00+08:00"),
          "boot",
          Duration.ZERO,
          Optional.empty(),
          false);
    }

    @Override
    public Duration monotonic() {
      return Duration.ZERO;
    }
  }
}
