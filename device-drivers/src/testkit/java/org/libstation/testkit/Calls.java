package org.libstation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Programs that a test calls or lets run beside itself. None shares this process's own input and
/// output: over these the tests may be led from outside, and what a program takes from there, or
/// makes non-blocking as Node.js does, is lost to that.
public final class Calls {
  /// A call that takes longer hangs.
  private static final long LONGEST_MINUTES = 20;

  private Calls() {}

  /// Waits for it; its words are printed among those of the test.
  ///
  /// @return its status
  public static int status(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = begun(builder);
    try {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        throw new AssertionError("it hangs: " + builder.command());
      }
      return process.exitValue();
    } finally {
      // Of one that has ended this would close what its last words are read from.
      if (process.isAlive()) {
        process.destroy();
      }
    }
  }

  /// Lets it run; whoever calls ends it.
  public static Process begun(ProcessBuilder builder) throws IOException {
    Process process =
        builder.redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true).start();
    // Whatever it started may hold its output longer than it lives itself.
    Thread.ofVirtual().start(() -> print(process));
    return process;
  }

  private static void print(Process process) {
    try (var said = process.inputReader(StandardCharsets.UTF_8)) {
      said.lines().forEach(System.out::println);
    } catch (IOException | UncheckedIOException e) {
      System.out.println("no more is heard of it: " + e);
    }
  }
}
