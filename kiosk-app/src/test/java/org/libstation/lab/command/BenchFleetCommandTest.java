package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.command.Called;
import org.libstation.testkit.Needs;

class BenchFleetCommandTest {
  @TempDir Path dir;

  @Test
  @Tag("full")
  @Timeout(900)
  void a_quick_run_prints_and_leaves_a_table_of_two_fleets() throws Exception {
    Needs.programs("mosquitto");
    Called station = new Called(new BenchCommand());
    Path out = dir.resolve("out");
    assertThat(station.with("bench", "fleet", "--quick", "--out", out.toString())).isZero();
    String table = Files.readString(out.resolve("bench-fleet.txt"));
    assertThat(station.out()).isEqualTo(table);
    assertThat(table)
        .contains("1 stations: a change at one until it is read, 5 changes")
        .contains("10 stations: the broker starts anew until all are known");
  }
}
