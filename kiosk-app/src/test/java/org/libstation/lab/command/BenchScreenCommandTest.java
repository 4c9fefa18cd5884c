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
import org.libstation.testkit.Needs;

@Tag("full")
@Tag("paced")
class BenchScreenCommandTest {
  @TempDir Path dir;

  @Test
  void a_quick_run_of_the_built_program_prints_and_leaves_its_table() throws Exception {
    BuiltProgram.needed();
    Needs.programs("Xvfb");
    Path out = dir.resolve("out");
    Path said = dir.resolve("said");
    Process bench =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "@" + BuiltProgram.arguments(),
                    "org.libstation.app.Main",
                    "bench",
                    "screen",
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
    assertThat(Files.readString(out.resolve("bench-screen.txt")))
        .contains("ahead-of-time cache", "4 touches", "3 items", "frames", "RSS");
    assertThat(Files.readString(said)).contains(Files.readString(out.resolve("bench-screen.txt")));
  }
}
