package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.app.BuiltProgram;

/// The other scenarios of `config/scenarios`.
@Tag("full")
@Tag("paced")
@Timeout(value = 18, unit = TimeUnit.MINUTES)
class ScenarioTest extends ScenarioPlays {
  ScenarioTest() {
    super(BuiltProgram.needed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sets-and-security",
        "story-of-2020",
        "card-and-door",
        "night-at-the-drop",
        "money"
      })
  void a_scenario_goes_as_written(String scenario) throws Exception {
    holds(scenario);
  }

  @Test
  void every_scenario_of_the_example_site_is_played_here_or_beside() throws IOException {
    try (Stream<Path> files = Files.list(scenarios())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .filteredOn(name -> !DropTableScenariosTest.SCENARIOS.contains(name))
          .containsExactlyInAnyOrder(
              "first-day",
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
}
