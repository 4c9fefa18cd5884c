package org.libstation.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/// Programs that a test calls or lets run beside itself. None shares this process's own input and
/// output: over these the tests may be led from outside, and what a program takes from there, or
/// makes non-blocking as Node.js does, is lost to that.
public final class Calls {
  /// A call that takes longer hangs.
  private static final long LONGEST_MINUTES = 20;

  /// Lines that a failed call shows.
  private static final int LAST_WORDS = 25;

  /// The last words of a program that has ended come within this time.
  private static final Duration LATE_WORDS = Duration.ofSeconds(10);

  private Calls() {}

  /// Waits for it and fails with its last words unless it ends with status 0.
  public static void succeeds(ProcessBuilder builder) throws IOException, InterruptedException {
    Told told = told(builder);
    int status = status(told.process(), builder);
    if (status != 0) {
      boolean _ = told.printer().join(LATE_WORDS);
      throw new AssertionError(
          "status " + status + ": " + builder.command() + "\n" + String.join("\n", told.last()));
    }
  }

  /// Waits for it; its words are printed among those of the test.
  ///
  /// @return its status
  public static int status(ProcessBuilder builder) throws IOException, InterruptedException {
    return status(begun(builder), builder);
  }

  private static int status(Process process, ProcessBuilder builder) throws InterruptedException {
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
    return told(builder).process();
  }

  private record Told(Process process, Thread printer, Deque<String> last) {}

  private static Told told(ProcessBuilder builder) throws IOException {
    Process process =
        builder.redirectInput(Path.of("/dev/null").toFile()).redirectErrorStream(true).start();
    Deque<String> last = new ConcurrentLinkedDeque<>();
    // Whatever it started may hold its output longer than it lives itself.
    return new Told(process, Thread.ofVirtual().start(() -> print(process, last)), last);
  }

  private static void print(Process process, Deque<String> last) {
    try (var said = process.inputReader(StandardCharsets.UTF_8)) {
      said.lines().forEach(line -> keep(line, last));
    } catch (IOException | UncheckedIOException e) {
      System.out.println("no more is heard of it: " + e);
    }
  }

  private static void keep(String line, Deque<String> last) {
    System.out.println(line);
    last.addLast(line);
    if (last.size() > LAST_WORDS) {
      last.pollFirst();
    }
  }
}
