package org.libstation.lab.scenario;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libstation.app.BuiltProgram;

/// The scenarios in which patrons, devices or the library do wrong.
@Tag("full")
@Tag("paced")
@Timeout(value = 18, unit = TimeUnit.MINUTES)
class ScenarioOfFaultsTest extends ScenarioPlays {
  ScenarioOfFaultsTest() {
    super(BuiltProgram.needed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"wrong-cards", "paper-runs-out", "reader-unplugged", "pad-fails", "late-answer"})
  void bad_input_has_its_words_and_nothing_is_lost(String scenario) throws Exception {
    holds(scenario);
  }
}
