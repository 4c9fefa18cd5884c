package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/// How many faults of the flow are borne.
class FaultsTest {
  private static final long BEGIN = -Duration.ofSeconds(20).toNanos();

  private static long at(long seconds) {
    return BEGIN + Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void the_third_within_a_minute_is_too_many() {
    FlowFaults faults = new FlowFaults();
    assertThat(faults.tooMany(at(0))).isFalse();
    assertThat(faults.tooMany(at(30))).isFalse();
    assertThat(faults.tooMany(at(59))).isTrue();
  }

  @Test
  void one_now_and_then_is_borne_for_ever() {
    FlowFaults faults = new FlowFaults();
    for (int i = 0; i < 50; i++) {
      assertThat(faults.tooMany(at(31L * i))).isFalse();
    }
  }
}
