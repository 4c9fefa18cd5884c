package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Clocks that are far apart are told of a station that runs too.
class ClocksApartTest {
  private static Optional<String> told(Map<String, String> more) {
    return LinkCheck.apart(
            new HealthFile.Health(
                Instant.EPOCH, HealthFile.LinkHealth.ONLINE, "GOOD", Map.of(), more))
        .map(Finding::code);
  }

  @Test
  void a_running_station_tells_a_clock_that_is_a_day_off() {
    assertThat(told(Map.of(LinkCheck.APART, "86399"))).contains("G53");
    assertThat(told(Map.of(LinkCheck.APART, "-28800"))).contains("G53");
  }

  @Test
  void a_minute_is_no_matter_and_nothing_told_is_none() {
    assertThat(told(Map.of(LinkCheck.APART, "60"))).isEmpty();
    assertThat(told(Map.of())).isEmpty();
    assertThat(told(Map.of(LinkCheck.APART, "soon"))).isEmpty();
  }
}
