package org.libstation.lab.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.libstation.station.driven.ScenarioProblem;

/// Starts this program again as a separate process.
final class ChildProcess {
  /// Time to end: a process that records for an ahead-of-time cache writes the cache at its end.
  private static final Duration END = Duration.ofSeconds(30);

  private ChildProcess() {}

  /// Starts `station ARGUMENTS` with pipes for standard input and output.
  ///
  /// @param prefix a program that starts and observes it, such as `strace -f`; empty = none
  /// @param errors file for standard error
  static Process start(List<String> prefix, List<String> arguments, Path errors)
      throws ScenarioProblem {
    return start(prefix, arguments, errors, Optional.empty());
  }

  /// As above, with the clock at another time.
  ///
  /// @param begins what its wall clock shows at its start; empty = the machine's time
  static Process start(
      List<String> prefix, List<String> arguments, Path errors, Optional<OffsetDateTime> begins)
      throws ScenarioProblem {
    String args = System.getProperty("libstation.args");
    if (args == null) {
      throw new ScenarioProblem("scenarios run from the built program: use ./station scenario");
    }
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + args);
    begins.ifPresent(at -> command.add("-Dlibstation.begins=" + at));
    command.add("org.libstation.app.Main");
    command.addAll(arguments);
    try {
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
          .start();
    } catch (IOException e) {
      throw new ScenarioProblem("cannot start " + arguments.getFirst() + ": " + e.getMessage());
    }
  }

  /// Ends the process: first asks, then kills.
  static void end(Process process) {
    // Under an observing program, the station is a child of that program.
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// Kills the process at once, as a power cut does.
  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(END.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
