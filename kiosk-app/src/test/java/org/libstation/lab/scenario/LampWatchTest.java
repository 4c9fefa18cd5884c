package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.libstation.lab.scenario.Action.ExpectedLamp;

class LampWatchTest {
  private long millis;
  private final LampWatch lamp = new LampWatch(() -> millis * 1_000_000);

  private void turn(boolean on, long after) {
    millis += after;
    lamp.turned(on);
  }

  @Test
  void what_is_not_turned_for_longer_than_a_slow_half_turn_burns_or_does_not() {
    assertThat(lamp.pattern()).isEmpty();
    millis += 1199;
    assertThat(lamp.pattern()).isEmpty();
    millis += 1;
    assertThat(lamp.pattern()).contains(ExpectedLamp.OFF);
    turn(true, 10);
    millis += 1200;
    assertThat(lamp.pattern()).contains(ExpectedLamp.STEADY);
  }

  @Test
  void a_quarter_of_a_second_is_quick_and_a_second_is_slow() {
    turn(true, 100);
    assertThat(lamp.pattern()).as("its first turn belongs to what was before").isEmpty();
    turn(false, 250);
    assertThat(lamp.pattern()).contains(ExpectedLamp.QUICK);
    turn(true, 1000);
    assertThat(lamp.pattern()).contains(ExpectedLamp.SLOW);
  }

  @Test
  void whoever_begins_to_look_learns_nothing_of_how_it_burnt_before() {
    turn(true, 100);
    turn(false, 250);
    millis += 2000;
    lamp.begin();
    assertThat(lamp.pattern()).isEmpty();
    millis += 1200;
    assertThat(lamp.pattern()).contains(ExpectedLamp.OFF);
  }
}
