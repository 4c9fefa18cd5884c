package org.libstation.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.libstation.flow.Story.ANNA;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.Key;
import org.libstation.flow.state.Screen;
import org.libstation.flow.state.StaffLevel;

/// The program starts again for whoever wished it when nobody is there, and not before.
class RestartTest {
  private static boolean restarts(Story story) {
    return story.effects.stream().anyMatch(Effect.RestartStationEffect.class::isInstance);
  }

  @Test
  void an_empty_station_starts_again_within_a_minute_and_once() {
    Story story = Story.usual().tell(new FlowEvent.RestartWished());
    story.waitFor(RestartFlow.EMPTY.plusSeconds(2));
    assertThat(story.effects).filteredOn(Effect.RestartStationEffect.class::isInstance).hasSize(1);
    story.waitFor(Duration.ofMinutes(10));
    assertThat(story.effects).filteredOn(Effect.RestartStationEffect.class::isInstance).hasSize(1);
  }

  @Test
  void without_a_wish_it_never_does() {
    Story story = Story.usual().waitFor(Duration.ofHours(1));
    assertThat(restarts(story)).isFalse();
  }

  @Test
  void a_visit_goes_on_and_a_minute_after_it_the_station_starts_again() {
    Story story = Story.usual().borrowing(ANNA).tell(new FlowEvent.RestartWished());
    for (int i = 0; i < 5; i++) {
      story.press(new Key.ContrastKey()).waitFor(Duration.ofSeconds(40));
    }
    assertThat(story.state.screen()).isInstanceOf(Screen.Borrow.class);
    assertThat(restarts(story)).isFalse();
    story.press(new Key.Leave());
    story.waitFor(Duration.ofMinutes(5));
    assertThat(story.state.screen()).isInstanceOf(Screen.Welcome.class);
    assertThat(restarts(story)).isTrue();
  }

  @Test
  void somebody_who_touches_the_start_screen_puts_it_off() {
    Story story = Story.usual().tell(new FlowEvent.RestartWished());
    for (int i = 0; i < 6; i++) {
      story.waitFor(Duration.ofSeconds(40)).press(new Key.ContrastKey());
    }
    assertThat(restarts(story)).isFalse();
    story.waitFor(RestartFlow.EMPTY.plusSeconds(2));
    assertThat(restarts(story)).isTrue();
  }

  @Test
  void a_technician_at_the_screen_is_not_cut_off() {
    Story story =
        Story.usual()
            .press(new Key.Technician())
            .press(new Key.Digit(1))
            .press(new Key.Confirm())
            .tell(new FlowEvent.TechnicianPinChecked(Optional.of("Chan"), StaffLevel.TECHNICIAN))
            .tell(new FlowEvent.RestartWished())
            .waitFor(RestartFlow.EMPTY.plusSeconds(5));
    assertThat(story.state.screen()).isInstanceOf(Screen.Staff.class);
    assertThat(restarts(story)).isFalse();
  }
}
