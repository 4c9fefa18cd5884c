package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.libstation.command.Called;

/// Each part runs to its end, with every entry settled and every item lent; the figures are not
/// judged.
class BenchCentralCommandTest {
  @TempDir Path dir;

  @Test
  @Tag("full")
  @Timeout(1500)
  @ResourceLock(Resources.SYSTEM_PROPERTIES)
  void a_quick_run_prints_and_leaves_a_table_of_all_parts() throws Exception {
    Called station = new Called(new BenchCommand());
    Path out = dir.resolve("out");
    System.setProperty("libstation.home", "..");
    try {
      assertThat(station.with("bench", "central", "--quick", "--out", out.toString()))
          .as(station.err())
          .isZero();
    } finally {
      System.clearProperty("libstation.home");
    }
    String table = Files.readString(out.resolve("bench-central.txt"));
    assertThat(station.out()).isEqualTo(table);
    for (String code : new String[] {"99", "98", "17", "18", "11", "12", "09", "10", "63", "64"}) {
      assertThat(table).contains("message " + code + ", JMH");
    }
    for (int roundTrip : new int[] {0, 20, 100}) {
      assertThat(table)
          .containsPattern(
              String.format(Locale.ROOT, "settling [0-9]+ entries, %d ms round trip", roundTrip));
    }
    assertThat(table).contains("1.00 look-ups an entry");
    assertThat(table).contains("stack of 10 borrowed, 0 ms", "stack of 10 borrowed, 50 ms");
    assertThat(table).contains("a patron's checkout while 40 entries settle");
  }
}
