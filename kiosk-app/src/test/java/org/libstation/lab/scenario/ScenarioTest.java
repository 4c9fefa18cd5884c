package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.app.BuiltProgram;

/// The scenarios of `config/scenarios`, played by the packaged program as a person would start it.
@Tag("full")
@Tag("paced")
@Timeout(value = 18, unit = TimeUnit.MINUTES)
class ScenarioTest {
  private static final String FIRST_DAY = "first-day";

  private static Path home = Path.of("");

  @TempDir private Path directory = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.needed();
  }

  /// @param said what it printed, line by line
  private record Ran(int status, List<String> said) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wrong-cards",
        "paper-runs-out",
        "reader-unplugged",
        "pad-fails",
        "late-answer",
        "sets-and-security",
        "story-of-2020",
        "card-and-door",
        "night-at-the-drop",
        "money"
      })
  void bad_input_has_its_words_and_nothing_is_lost(String scenario) throws Exception {
    Path out = directory.resolve("out");
    Ran ran = run("scenario", home.resolve("config/scenarios/" + scenario).toString(), out(out));
    assertThat(ran.status()).as(() -> log(ran, out)).isZero();
    assertThat(ran.said()).isNotEmpty().allMatch(line -> line.contains("\"ok\":true"));
  }

  @Test
  void every_scenario_of_the_example_site_is_played_here() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("config/scenarios"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !DropTableScenariosTest.SCENARIOS.contains(name))
          .containsExactlyInAnyOrder(
              FIRST_DAY,
              "wrong-cards",
              "paper-runs-out",
              "reader-unplugged",
              "pad-fails",
              "late-answer",
              "sets-and-security",
              "story-of-2020",
              "card-and-door",
              "night-at-the-drop",
              "money");
    }
  }

  @Test
  void the_first_day_goes_as_written_and_leaves_everything_to_look_at() throws Exception {
    Path out = directory.resolve("out");
    Ran ran = run("demo", "--headless", out(out));
    assertThat(ran.status()).as(() -> log(ran, out)).isZero();
    assertThat(ran.said()).anyMatch(line -> line.startsWith("The books agree: "));
    assertThat(files(out.resolve("screens"), ".png")).hasSizeGreaterThan(10);
    assertThat(files(out.resolve("receipts"), ".pdf")).isNotEmpty();
    assertThat(files(out.resolve("receipts"), ".png")).isNotEmpty();
    assertThat(out.resolve("journal.txt")).isNotEmptyFile();
    assertThat(out.resolve("ledger.txt")).isNotEmptyFile();
    assertThat(Files.readAllLines(out.resolve("steps.jsonl")))
        .hasSizeGreaterThan(50)
        .allMatch(line -> line.contains("\"ok\":true"));
  }

  @Test
  void a_planted_difference_is_named_and_is_a_failure() throws Exception {
    Path out = directory.resolve("out");
    Ran ran = run("demo", "--headless", "--plant-difference", out(out));
    assertThat(ran.status()).as(() -> log(ran, out)).isEqualTo(1);
    assertThat(ran.said())
        .anyMatch(line -> line.contains("38801000001039") && line.contains("DIFFER"))
        .anyMatch(line -> line.startsWith("The books DIFFER at 1 of "))
        .noneMatch(line -> line.contains("did not go as expected"));
  }

  private Ran run(String... words) throws Exception {
    Path errors = directory.resolve("errors.log");
    Process process = ChildProcess.start(List.of(), List.of(words), errors);
    try {
      process.getOutputStream().close();
      List<String> said = process.inputReader().lines().toList();
      return new Ran(process.waitFor(), said);
    } finally {
      ChildProcess.end(process);
    }
  }

  private static String out(Path directory) {
    return "--out=" + directory;
  }

  private static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }

  /// The last words of everybody, for a failure.
  private String log(Ran ran, Path out) {
    StringBuilder all = new StringBuilder();
    for (String line : last(ran.said())) {
      all.append(line).append('\n');
    }
    for (Path file : List.of(directory.resolve("errors.log"), out.resolve("station.log"))) {
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
