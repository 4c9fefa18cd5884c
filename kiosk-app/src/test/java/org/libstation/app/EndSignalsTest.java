package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// In a child process: a signal ends the program although the station's end fails.
class EndSignalsTest {
  private static final Duration LIMIT = Duration.ofMinutes(3);

  @TempDir private Path out = Path.of("");

  /// Stands for a station whose end fails.
  static final class FailingStation {
    public static void main(String[] args) throws InterruptedException {
      EndSignals signals = new EndSignals();
      signals.endWith(
          () -> {
            throw new IllegalStateException("planted fault");
          });
      signals.take();
      System.out.println("ready");
      new CountDownLatch(1).await();
    }
  }

  @Test
  void a_fault_while_ending_is_logged_and_the_process_ends() throws Exception {
    Path said = out.resolve("said");
    Process station =
        new ProcessBuilder(
                "env",
                "--default-signal=HUP,INT,TERM",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FailingStation.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      await()
          .atMost(LIMIT)
          .until(() -> !station.isAlive() || Files.readString(said).contains("ready"));
      assertThat(
              new ProcessBuilder("kill", "-TERM", Long.toString(station.pid())).start().waitFor())
          .isZero();
      assertThat(station.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
      assertThat(station.exitValue()).isEqualTo(143);
      assertThat(Files.readString(said)).contains("the orderly shutdown failed", "planted fault");
    } finally {
      station.destroyForcibly();
    }
  }
}
