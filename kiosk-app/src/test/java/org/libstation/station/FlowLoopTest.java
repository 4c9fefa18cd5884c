package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.ManualStationClock;
import org.libstation.circulation.PatronId;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Language;
import org.libstation.lab.measure.UsualFlow;

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

  /// What the clock's word brings about fails; who pressed a key meanwhile did press it.
  @Test
  void a_fault_in_the_clocks_word_costs_no_key() {
    ManualStationClock clock = new ManualStationClock();
    Flow flow = new Flow(UsualFlow.settings(), PatronId::masked);
    try (FlowLoop loop =
        new FlowLoop(
            flow,
            clock,
            effect -> {
              if (effect instanceof Effect.LogStaff) {
                throw new IllegalStateException("as the test has it");
              }
            },
            _ -> {})) {
      loop.tick();
      clock.advance(Duration.ofMinutes(1));
      loop.answer(new FlowEvent.Pressed(new Key.SwitchLanguage(Language.EN)));
      assertThatThrownBy(loop::drain).isInstanceOf(IllegalStateException.class);
      assertThat(loop.state().language()).isEqualTo(Language.EN);
    }
  }

  private static FlowLoop loop() {
    return new FlowLoop(
        new Flow(UsualFlow.settings(), PatronId::masked),
        new ManualStationClock(),
        _ -> {},
        _ -> {});
  }
}
