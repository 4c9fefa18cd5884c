package org.libstation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `fleet.properties`, line for line; its first line is the time of writing.
final class NewsStoreGoldenTest {
  private static final Instant HOUR = Instant.parse("2026-11-01T00:00:00Z");

  @TempDir private Path data = Path.of("");

  @Test
  void each_component_has_its_name_in_the_file() throws IOException {
    Files.writeString(data.resolve(NewsStore.FILE), "id=0a1b2c3d\n");
    NewsStore store = NewsStore.open(data, new Random(1));
    assertThat(lines())
        .containsExactly(
            "boot=1",
            "counted=0",
            "hours=0",
            "id=0a1b2c3d",
            "totals=0 0 0 0 0 0",
            "until=1970-01-01T00\\:00\\:00Z");

    HourFigures figures =
        new HourFigures(
            HOUR,
            HourFigures.Ages.NONE,
            HourFigures.Ages.NONE,
            List.of(),
            Optional.of(HOUR.minusSeconds(7200)),
            new Counts(1, 2, 3, 4, 5, 6));
    store.take(
        figures,
        12,
        List.of(
            new NewsStore.EndedPeriod(HOUR.minusSeconds(3600), new Counts(1, 1, 1, 1, 1, 1)),
            new NewsStore.EndedPeriod(HOUR, figures.totals())));

    assertThat(lines())
        .containsExactly(
            "boot=1",
            "counted=12",
            "hours=2",
            "id=0a1b2c3d",
            "totals=1 2 3 4 5 6",
            "until=2026-11-01T00\\:00\\:00Z",
            "visit=2026-10-31T22\\:00\\:00Z",
            "waiting.0=1 2026-10-31T23\\:00\\:00Z 1 1 1 1 1 1",
            "waiting.1=2 2026-11-01T00\\:00\\:00Z 1 2 3 4 5 6");
    NewsStore next = NewsStore.open(data, new Random(2));
    assertThat(next.figures()).isEqualTo(figures);
    assertThat(next.waiting()).isEqualTo(store.waiting());
    assertThat(next.counted()).isEqualTo(12);
    assertThat(next.boot()).isEqualTo(2);
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(data.resolve(NewsStore.FILE)).stream().skip(1).toList();
  }
}
