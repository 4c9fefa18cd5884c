package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.StationRig;
import org.libstation.check.HealthFile;

/// `station trace`, with and without a station that could write one.
class TraceCommandTest {
  @TempDir Path dir;
  private final Called station = new Called(new TraceCommand());

  @Test
  void where_no_station_runs_it_says_that_nothing_is_written_yet() throws IOException {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    assertThat(station.with("trace", "--config", site.toString(), "pad")).isZero();
    assertThat(station.out()).contains("traces");
    assertThat(station.err())
        .contains("no station runs with " + site.resolve("data"), "within 10 minutes");
  }

  @Test
  void beside_a_station_it_says_where_and_no_more() throws IOException {
    Path site = StationRig.copyOfExample(dir.resolve("site"));
    try (FileChannel _ = HealthFile.hold(site.resolve("data")).orElseThrow()) {
      assertThat(station.with("trace", "--config", site.toString(), "pad")).isZero();
    }
    assertThat(station.err()).isEmpty();
  }
}
