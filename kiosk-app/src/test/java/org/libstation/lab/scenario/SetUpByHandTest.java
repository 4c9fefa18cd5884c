package org.libstation.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.station.driven.ScenarioProblem;

/// A technician changes a setting on the screen of the real program: it is written as a person
/// would, holds at the next start, and goes back by one key.
@Tag("full")
@Tag("paced")
class SetUpByHandTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final String PIN = "246810";

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.needed();
  }

  @BeforeEach
  void ownSite() throws IOException {
    Path from = home.resolve("config");
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, out.resolve("config").resolve(from.relativize(file).toString()));
      }
    }
  }

  @Test
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  void what_is_written_holds_at_the_next_start_and_is_taken_back_by_one_key() throws Exception {
    String before = file();
    try (KioskProcess station = start()) {
      setUp(station);
      press(station, "setup-group screen", "setup group screen");
      press(station, "setup-field screen.hand", "setup field screen.hand");
      press(station, "setup-value left", "setup group screen");
      press(station, "setup-changes", "setup difference");
      assertThat(file()).as("nothing is written before it is said").isEqualTo(before);
      press(station, "setup-write", "setup groups written");
      String after = file();
      assertThat(after.lines()).hasSameSizeAs(before.lines().toList());
      assertThat(after.lines().filter(line -> before.lines().noneMatch(line::equals)))
          .singleElement()
          .asString()
          .contains("hand: left");
    }
    try (KioskProcess station = start()) {
      setUp(station);
      press(station, "setup-group screen", "setup group screen");
      press(station, "setup-field screen.hand", "setup field screen.hand");
      // What already holds changes nothing.
      press(station, "setup-value left", "setup group screen");
      press(station, "leave", "setup groups");
      press(station, "setup-changes", "setup groups");
      press(station, "setup-back", "setup groups put_back");
      assertThat(file()).isEqualTo(before);
    }
  }

  private KioskProcess start() throws ScenarioProblem {
    return KioskProcess.start(
        List.of(),
        List.of(
            "--headless",
            "--config=" + out.resolve("config"),
            "--set=station.data=" + out.resolve("data"),
            "--set=station.central.host=127.0.0.1",
            "--set=station.central.port=1"),
        out.resolve("station.log"),
        Optional.empty());
  }

  private static void setUp(KioskProcess station) throws ScenarioProblem {
    press(station, "technician", "screen technician-pin");
    for (int i = 0; i < PIN.length(); i++) {
      station.ask("press digit " + PIN.charAt(i));
    }
    press(station, "ok", "screen technician");
    press(station, "setup", "setup groups");
  }

  private static void press(KioskProcess station, String key, String shown) throws ScenarioProblem {
    station.ask("press " + key);
    await().atMost(SOON).untilAsserted(() -> assertThat(station.ask("state")).contains(shown));
  }

  private String file() throws IOException {
    return Files.readString(out.resolve("config/station.yaml"));
  }
}
