package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.journal.sqlite.RecoveryKeys;

/// A signal ends the station's threads before the toolkit: nothing fails on the way, at whatever
/// moment it comes.
@Tag("full")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class OrderlyEndTest {
  private static final Duration SOON = Duration.ofMinutes(3);

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.needed();
  }

  @ParameterizedTest
  @CsvSource({
    "TERM, 143, the station is ready",
    "INT, 130, the station is ready",
    "HUP, 129, the station is ready",
    "TERM, 143, station.log",
    "TERM, 143, journal"
  })
  void a_signal_ends_it_without_a_fault(String signal, int status, String moment) throws Exception {
    Process station =
        new ProcessBuilder(
                // Whoever starts the tests in the background may ignore some, and a child inherits
                // that.
                "env",
                "--default-signal=HUP,INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + System.getProperty("libstation.args"),
                "org.libstation.app.Main",
                "run",
                "--headless",
                "--unsupervised",
                "--config",
                home.resolve("config").toString(),
                "--set",
                "station.recovery-key=" + RecoveryKeys.publicPem(),
                "--set",
                "station.data=" + out.resolve("data"))
            .redirectErrorStream(true)
            .redirectOutput(out.resolve("said").toFile())
            .start();
    try {
      await().atMost(SOON).until(() -> !station.isAlive() || hasCome(moment));
      assertThat(
              new ProcessBuilder("kill", "-" + signal, Long.toString(station.pid()))
                  .start()
                  .waitFor())
          .isZero();
      assertThat(station.waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
      String told = log() + Files.readString(out.resolve("said"));
      assertThat(told).doesNotContain("during shutdown", "Exception", "\tat ");
      assertThat(station.exitValue()).as(told).isEqualTo(status);
    } finally {
      station.destroyForcibly();
    }
  }

  private boolean hasCome(String moment) throws IOException {
    return switch (moment) {
      case "station.log" -> Files.exists(out.resolve("data/logs/station.log"));
      case "journal" -> Files.exists(out.resolve("data/journal"));
      default -> log().contains(moment);
    };
  }

  private String log() throws IOException {
    Path log = out.resolve("data/logs/station.log");
    return Files.exists(log) ? Files.readString(log) : "";
  }
}
