package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// Plays a scenario by the packaged program, as a person would start it. Its classes run beside
/// each other.
abstract class ScenarioPlays {
  private final Path home;

  @TempDir private Path directory = Path.of("");

  ScenarioPlays(Path home) {
    this.home = home;
  }

  /// @param said what it printed, line by line
  record Ran(int status, List<String> said) {}

  final Path scenarios() {
    return home.resolve("config/scenarios");
  }

  final Path out() {
    return directory.resolve("out");
  }

  /// Each of its steps is as expected.
  final void holds(String scenario) throws Exception {
    Ran ran = run("scenario", scenarios().resolve(scenario).toString());
    assertThat(ran.status()).as(() -> log(ran)).isZero();
    assertThat(ran.said()).isNotEmpty().allMatch(line -> line.contains("\"ok\":true"));
  }

  /// Calls the program; what it leaves is in [#out()].
  final Ran run(String... words) throws Exception {
    Path errors = directory.resolve("errors.log");
    List<String> call = new ArrayList<>(List.of(words));
    call.add("--out=" + out());
    Process process = ChildProcess.start(List.of(), call, errors);
    try {
      process.getOutputStream().close();
      List<String> said = process.inputReader().lines().toList();
      return new Ran(process.waitFor(), said);
    } finally {
      ChildProcess.end(process);
    }
  }

  /// The last words of everybody, for a failure.
  final String log(Ran ran) {
    StringBuilder all = new StringBuilder();
    for (String line : last(ran.said())) {
      all.append(line).append('\n');
    }
    for (Path file : List.of(directory.resolve("errors.log"), out().resolve("station.log"))) {
      try {
        last(Files.readAllLines(file)).forEach(line -> all.append(line).append('\n'));
      } catch (IOException e) {
        all.append(e).append('\n');
      }
    }
    return all.toString();
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - 12), lines.size());
  }
}
