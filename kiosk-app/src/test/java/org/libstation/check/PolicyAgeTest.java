package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// G22: rules that their feed has not confirmed for long.
class PolicyAgeTest {
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final Duration LIMIT = Duration.ofDays(3);

  private static Optional<String> code(Optional<Instant> confirmed, Duration limit) {
    return PolicyAge.finding(confirmed, limit, NOW).map(Finding::code);
  }

  @Test
  void it_is_raised_after_the_configured_time_and_clears_with_a_confirmation() {
    assertThat(code(Optional.of(NOW.minus(Duration.ofHours(71))), LIMIT)).isEmpty();
    assertThat(code(Optional.of(NOW.minus(LIMIT)), LIMIT)).contains("G22");
    assertThat(code(Optional.empty(), LIMIT)).contains("G22");
    assertThat(code(Optional.of(NOW), LIMIT)).isEmpty();
  }

  @Test
  void where_no_time_is_configured_nothing_is_raised() {
    assertThat(code(Optional.empty(), Duration.ZERO)).isEmpty();
  }

  @Test
  void the_moment_is_read_from_what_the_station_told(@TempDir Path data) throws Exception {
    assertThat(PolicyAge.told(HealthFile.read(data))).isEmpty();
    HealthFile.write(data, health("2026-11-20T10:00:00Z"));
    Optional<Instant> confirmed = PolicyAge.told(HealthFile.read(data));
    assertThat(confirmed).contains(NOW.minus(Duration.ofDays(4)));
    assertThat(code(confirmed, LIMIT)).contains("G22");
    HealthFile.write(data, health("yesterday"));
    assertThat(PolicyAge.told(HealthFile.read(data))).isEmpty();
  }

  private static HealthFile.Health health(String confirmed) {
    return new HealthFile.Health(
        NOW,
        HealthFile.LinkHealth.ONLINE,
        "GOOD",
        Map.of(),
        Map.of(PolicyAge.CONFIRMED, confirmed));
  }
}
