package org.libstation.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.circulation.EventTime;
import org.libstation.sync.LongRest.Rest;

class RestFileTest {
  private static final EventTime SIGN =
      at("2026-11-25T02:00:00.5+08:00", "7c1d", Optional.of(Duration.ofSeconds(-3)));
  private static final EventTime START = at("2026-11-25T10:00:00+08:00", "9f20", Optional.empty());
  private static final List<Rest> RESTS =
      List.of(new Rest(SIGN, START, 41), new Rest(START, SIGN, 42));

  @TempDir Path data;

  private static EventTime at(String wall, String run, Optional<Duration> skew) {
    return new EventTime(OffsetDateTime.parse(wall), run, Duration.ofMillis(1234), skew, false);
  }

  @Test
  void rests_are_kept_over_a_restart_until_they_are_forgotten() {
    assertThat(new RestFile(data).kept()).isEmpty();
    new RestFile(data).keep(RESTS);
    assertThat(new RestFile(data).kept()).isEqualTo(RESTS);
    new RestFile(data).keep(List.of());
    assertThat(data.resolve("rest-since")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-11-25T02:00:00Z", "a b c d e f g h i", " "})
  void what_cannot_be_read_counts_as_a_long_rest(String line) throws IOException {
    Files.writeString(data.resolve("rest-since"), line + "\n");
    assertThat(new RestFile(data).kept()).containsExactly(Rest.notKnown());
  }
}
