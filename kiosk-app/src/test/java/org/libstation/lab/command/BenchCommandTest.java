package org.libstation.lab.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.command.Called;

class BenchCommandTest {
  @TempDir Path dir;

  @Test
  void a_number_of_loans_that_cannot_be_is_refused_before_anything_is_started() {
    Called station = new Called(new BenchCommand());
    assertThat(station.with("bench", "--loans", "0")).isEqualTo(2);
    assertThat(station.err()).contains("--loans", "1 to");
  }

  @Test
  @Tag("full")
  void a_quick_run_of_the_built_program_prints_and_leaves_its_table() throws Exception {
    Path arguments = BuiltProgram.arguments();
    Path out = dir.resolve("out");
    Path said = dir.resolve("said");
    Process bench =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + arguments,
                    "org.libstation.app.Main",
                    "bench",
                    "--quick",
                    "--out",
                    out.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      assertThat(bench.waitFor(20, TimeUnit.MINUTES)).isTrue();
      assertThat(bench.exitValue()).as(Files.readString(said)).isZero();
    } finally {
      bench.destroyForcibly();
    }
    assertThat(Files.readString(out.resolve("bench.txt")))
        .contains("2 starts", "10 loans", "RSS", "p99", "fdatasync");
    assertThat(Files.readString(said)).contains(Files.readString(out.resolve("bench.txt")));
  }
}
