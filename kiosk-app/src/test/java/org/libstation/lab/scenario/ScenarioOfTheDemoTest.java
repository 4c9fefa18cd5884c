package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libstation.app.BuiltProgram;

/// The demo's day, and the same with a difference that somebody planted.
@Tag("full")
@Tag("paced")
@Timeout(value = 18, unit = TimeUnit.MINUTES)
class ScenarioOfTheDemoTest extends ScenarioPlays {
  ScenarioOfTheDemoTest() {
    super(BuiltProgram.needed());
  }

  @Test
  void the_first_day_goes_as_written_and_leaves_everything_to_look_at() throws Exception {
    Ran ran = run("demo", "--headless");
    assertThat(ran.status()).as(() -> log(ran)).isZero();
    assertThat(ran.said()).anyMatch(line -> line.startsWith("The books agree: "));
    assertThat(files(out().resolve("screens"), ".png")).hasSizeGreaterThan(10);
    assertThat(files(out().resolve("receipts"), ".pdf")).isNotEmpty();
    assertThat(files(out().resolve("receipts"), ".png")).isNotEmpty();
    assertThat(out().resolve("journal.txt")).isNotEmptyFile();
    assertThat(out().resolve("ledger.txt")).isNotEmptyFile();
    assertThat(Files.readAllLines(out().resolve("steps.jsonl")))
        .hasSizeGreaterThan(50)
        .allMatch(line -> line.contains("\"ok\":true"));
  }

  @Test
  void a_planted_difference_is_named_and_is_a_failure() throws Exception {
    Ran ran = run("demo", "--headless", "--plant-difference");
    assertThat(ran.status()).as(() -> log(ran)).isEqualTo(1);
    assertThat(ran.said())
        .anyMatch(line -> line.contains("38801000001039") && line.contains("DIFFER"))
        .anyMatch(line -> line.startsWith("The books DIFFER at 1 of "))
        .noneMatch(line -> line.contains("did not go as expected"));
  }

  private static List<Path> files(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(suffix)).toList();
    }
  }
}
