package org.libstation.fleet.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.libstation.fleet.Samples;
import org.libstation.fleet.watch.StationsSeen.Station;

/// What a watcher reads of a state that a station wrote.
final class StationsSeenTest {
  @Test
  void the_state_that_a_station_writes_is_read_member_by_member() {
    StationsSeen seen = new StationsSeen("libstation/v1");
    seen.hear(
        "libstation/v1/hkpl/central/box-2/3f9a0c12/state",
        Samples.STATE.getBytes(StandardCharsets.UTF_8),
        Instant.parse("2026-11-30T10:20:05Z"));

    Station station = seen.of("hkpl/central/box-2", "3f9a0c12").orElseThrow();
    assertThat(station.mark()).isEqualTo("7.42");
    assertThat(station.firstFault()).contains("device pad E11");
    assertThat(station.has("link")).isTrue();
    assertThat(station.has("journal")).isTrue();
    assertThat(station.has("device pad E11")).isTrue();
    assertThat(station.has("device printer")).isFalse();
  }
}
