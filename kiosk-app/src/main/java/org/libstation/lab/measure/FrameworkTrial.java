package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.station.driven.ScenarioProblem;

/// Measures the processor time of Spring Boot itself when the station starts. It runs a process
/// with an empty Spring Boot application and one with an idle virtual machine, in turn, and
/// subtracts.
final class FrameworkTrial {
  private static final Pattern TIMES = Pattern.compile("(\\d+)\\.(\\d{3}) (\\d+)\\.(\\d{3})\\s*$");

  private static final List<String> NOTHING = List.of("org.libstation.app.FrameworkAlone");

  private final List<String> java;

  /// @param java command of the program's virtual machine, with its class path
  FrameworkTrial(List<String> java) {
    this.java = List.copyOf(java);
  }

  /// Uses the virtual machine and the class path of the built program.
  static FrameworkTrial ofThisProgram() {
    return new FrameworkTrial(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + System.getProperty("libstation.args")));
  }

  /// @param times how often each process is run
  Timings run(int times) throws ScenarioProblem {
    List<Duration> spent = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Duration bare = spent(List.of("-version"));
      spent.add(spent(NOTHING).minus(bare));
    }
    return new Timings(spent);
  }

  /// The processor time of a process, as its shell counts it at its end.
  private Duration spent(List<String> arguments) throws ScenarioProblem {
    List<String> words =
        new ArrayList<>(
            List.of("bash", "-c", "TIMEFORMAT='%3U %3S'; time \"$0\" \"$@\" >/dev/null 2>&1"));
    words.addAll(java);
    words.addAll(arguments);
    try {
      Process shell = new ProcessBuilder(words).redirectErrorStream(true).start();
      String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (shell.waitFor() != 0) {
        throw new ScenarioProblem("the framework alone does not start: " + said.strip());
      }
      return parse(said);
    } catch (IOException e) {
      throw new ScenarioProblem("bash cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ScenarioProblem("interrupted");
    }
  }

  /// @param said `0.512 0.043`: seconds in the program and in the kernel
  static Duration parse(String said) throws ScenarioProblem {
    Matcher times = TIMES.matcher(said);
    if (!times.find()) {
      throw new ScenarioProblem("expected two times of bash, found: " + said.strip());
    }
    return Duration.ofSeconds(Long.parseLong(times.group(1)) + Long.parseLong(times.group(3)))
        .plusMillis(Long.parseLong(times.group(2)) + Long.parseLong(times.group(4)));
  }
}
