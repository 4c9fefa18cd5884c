package org.libstation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.lab.command.BenchDropCommand;

class DropCommandsTest {
  @TempDir private Path dir = Path.of("");

  @Test
  @Tag("full")
  @Timeout(600)
  void a_quick_run_pushes_objects_through_a_drop_without_a_miss() throws Exception {
    System.setProperty("libstation.home", "..");
    try {
      Called bench = new Called(new BenchDropCommand());
      Path out = dir.resolve("out");
      assertThat(bench.with("drop", "--quick", "--out", out.toString())).isZero();
      String table = Files.readString(out.resolve("bench-drop.txt"));
      assertThat(table)
          .contains("hand-over to record on disk, 5 objects", "with 0 misses", "38,400 8E1");
    } finally {
      System.clearProperty("libstation.home");
    }
  }
}
