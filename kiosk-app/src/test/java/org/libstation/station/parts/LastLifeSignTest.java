package org.libstation.station.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libstation.check.HealthFile;
import org.libstation.circulation.EventTime;

class LastLifeSignTest {
  private static final Instant MACHINE = Instant.parse("2026-11-26T02:00:00Z");

  private static HealthFile.Health health(Map<String, String> more) {
    return new HealthFile.Health(MACHINE, HealthFile.LinkHealth.SILENT, "GOOD", Map.of(), more);
  }

  @Test
  void the_sign_tells_what_was_known_of_the_central_systems_time() {
    EventTime now =
        new EventTime(
            OffsetDateTime.parse("2026-11-26T10:00:00+08:00"),
            "7c1d",
            Duration.ofHours(3),
            Optional.of(Duration.ofDays(-1)),
            false);

    assertThat(LastLifeSign.of(health(LastLifeSign.figures(now)))).isEqualTo(now);
  }

  @Test
  void without_a_sign_that_can_be_read_the_files_own_time_counts() {
    for (Map<String, String> more :
        java.util.List.of(Map.of("sign", "x"), Map.<String, String>of())) {
      EventTime sign = LastLifeSign.of(health(more));
      assertThat(sign.wall().toInstant()).isEqualTo(MACHINE);
      assertThat(sign.skew()).isEmpty();
    }
  }
}
