package org.libstation.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is measured hour by hour, and kept for a month.
class MetricsTest {
  private Instant now = Instant.parse("2026-11-24T10:05:00Z");

  private Metrics metrics(Path data) {
    return new Metrics(data, () -> now);
  }

  private static Metrics.Hour at(Metrics metrics, Instant hour) {
    return Optional.ofNullable(metrics.hours().get(hour)).orElseThrow();
  }

  @Test
  void reads_that_needed_a_retry_are_counted_by_the_hour_and_kept(@TempDir Path data)
      throws Exception {
    Metrics metrics = metrics(data);
    metrics.again();
    metrics.again();
    now = now.plus(Duration.ofHours(1));
    metrics.again();
    metrics.write();
    assertThat(metrics.now().again()).isEqualTo(1);

    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Metrics later = metrics(data);
    assertThat(at(later, hour.minus(Duration.ofHours(1))).again()).isEqualTo(2);
  }

  @Test
  void a_file_is_read_and_a_damaged_line_is_none(@TempDir Path data) throws Exception {
    Files.writeString(
        data.resolve(Metrics.FILE),
        "2026-11-24T08:00:00Z,84,310,12,40,3\n2026-11-24T09:00:00Z,84,310,12,4");
    Metrics metrics = metrics(data);
    assertThat(at(metrics, Instant.parse("2026-11-24T08:00:00Z")))
        .extracting(Metrics.Hour::trips, Metrics.Hour::again)
        .containsExactly(12, 3);
    assertThat(metrics.hours()).hasSize(2);
  }

  @Test
  void how_hot_it_was_and_how_far_the_clocks_were_apart_is_kept_in_lines_of_their_own(
      @TempDir Path data) throws Exception {
    Metrics metrics = metrics(data);
    metrics.skew(Duration.ofSeconds(-2));
    metrics.hot(51);
    metrics.hot(47);
    metrics.write();
    now = now.plus(Duration.ofHours(1));
    metrics.again();
    metrics.write();

    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Metrics.MachineMetrics before = at(metrics(data), hour.minus(Duration.ofHours(1))).machine();
    assertThat(before.skewSeconds()).hasValue(-2);
    assertThat(before.degrees()).hasValue(51);
    assertThat(at(metrics(data), hour).machine().degrees()).isEmpty();
    assertThat(Files.readAllLines(data.resolve(Metrics.FILE)))
        .filteredOn(line -> line.split(",", -1).length == 6)
        .hasSize(2);
  }

  @Test
  void no_more_than_a_month_is_kept(@TempDir Path data) throws Exception {
    Metrics metrics = metrics(data);
    for (int hour = 0; hour < Metrics.MOST_HOURS + 40; hour++) {
      metrics.again();
      now = now.plus(Duration.ofHours(1));
    }
    metrics.write();
    assertThat(Files.readAllLines(data.resolve(Metrics.FILE))).hasSize(Metrics.MOST_HOURS);
  }
}
