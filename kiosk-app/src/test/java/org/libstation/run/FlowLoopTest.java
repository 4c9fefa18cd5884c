package org.libstation.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.PatronId;
import org.libstation.flow.Flow;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowSettings;
import org.libstation.flow.state.Key;

class FlowLoopTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  @Test
  void it_has_caught_up_once_what_was_offered_is_handled() throws Exception {
    try (FlowLoop loop = loop()) {
      assertThat(loop.caughtUp(AT_ONCE)).isTrue();

      loop.answer(new FlowEvent.Pressed(new Key.StartBorrow()));
      assertThat(loop.caughtUp(AT_ONCE)).isFalse();

      assertThat(loop.drain()).isEqualTo(1);
      assertThat(loop.caughtUp(AT_ONCE)).isTrue();
    }
  }

  @Test
  void who_waits_is_woken_by_the_loops_thread() throws Exception {
    try (FlowLoop loop = loop()) {
      loop.start();
      loop.answer(new FlowEvent.Pressed(new Key.StartBorrow()));

      assertThat(loop.caughtUp(Duration.ofSeconds(30))).isTrue();
    }
  }

  @Test
  void a_loop_that_does_not_turn_lets_no_more_than_so_many_answers_wait() {
    try (FlowLoop loop = loop()) {
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

  private static FlowLoop loop() {
    return new FlowLoop(
        new Flow(FlowSettings.standard(), PatronId::masked),
        new ManualStationClock(),
        _ -> {},
        _ -> {});
  }
}
