package org.libstation.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.journal.sqlite.RecoveryKeys;
import org.libstation.lab.bench.Desktop;
import org.libstation.process.RestartLog;
import org.libstation.process.RestartRecord;

/// `./station run` as it stands in a library: killed, hung and cut off. A debugger stops single
/// threads of the child, as a fault would.
@Tag("full")
@Timeout(value = 18, unit = TimeUnit.MINUTES)
class SupervisedStationTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final Pattern LISTENS = Pattern.compile("dt_socket at address: (\\d+)");

  /// The fault screen bears the library's name in the station's language, the station in English.
  private static final String FAULT = "南堤圖書館";

  private static final String STATION = "South Embankment Library";

  private static Path home = Path.of("");

  @TempDir private Path out = Path.of("");

  @BeforeAll
  static void theProgramIsBuilt() {
    home = BuiltProgram.neededOnADesktop();
  }

  private Process start(Desktop desktop) throws IOException {
    return desktop.start(
        out.resolve("said"),
        Map.of(
            "JDK_JAVA_OPTIONS",
            "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0"),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + System.getProperty("libstation.args"),
            "org.libstation.app.Main",
            "run",
            "--fullscreen",
            "--config",
            home.resolve("config").toString(),
            "--set",
            "station.recovery-key=" + RecoveryKeys.publicPem(),
            "--set",
            "station.data=" + out.resolve("data")));
  }

  private List<RestartRecord> restarts() throws IOException {
    return new RestartLog(out.resolve("data")).read();
  }

  private static long child(Process supervisor) {
    return supervisor.children().findFirst().map(ProcessHandle::pid).orElse(-1L);
  }

  private static void signal(String signal, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor())
        .isZero();
  }

  private void awaitServing(Desktop desktop) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(desktop.window(STATION)).isPresent();
              assertThat(desktop.window(FAULT)).isEmpty();
            });
  }

  private void awaitRestart(Desktop desktop, int count, String code, String cause) {
    await().atMost(SOON).until(() -> desktop.window(FAULT).isPresent());
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(restarts()).hasSize(count);
              assertThat(restarts().getLast().code()).isEqualTo(code);
              assertThat(restarts().getLast().cause()).contains(cause);
            });
    awaitServing(desktop);
  }

  /// Attaches to the JVM that was started last.
  private VirtualMachine debugger() throws Exception {
    List<String> ports = new ArrayList<>();
    LISTENS
        .matcher(Files.readString(out.resolve("said")))
        .results()
        .map((MatchResult found) -> found.group(1))
        .forEach(ports::add);
    AttachingConnector socket =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(each -> each.name().equals("com.sun.jdi.SocketAttach"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = socket.defaultArguments();
    arguments.forEach(
        (name, argument) -> {
          if (name.equals("hostname")) {
            argument.setValue("127.0.0.1");
          } else if (name.equals("port")) {
            argument.setValue(ports.getLast());
          }
        });
    return socket.attach(arguments);
  }

  private void stop(String thread) throws Exception {
    debugger().allThreads().stream()
        .filter(each -> each.name().equals(thread))
        .findFirst()
        .orElseThrow()
        .suspend();
  }

  @Test
  void a_dead_or_hung_program_is_started_again_and_patrons_see_why() throws Exception {
    try (Desktop desktop = Desktop.open("1080x1920", List.of(), List.of())) {
      Process supervisor = start(desktop);
      try {
        awaitServing(desktop);
        await().atMost(SOON).until(() -> Files.exists(out.resolve("data/heartbeat")));
        long first = child(supervisor);
        signal("SEGV", first);
        awaitRestart(desktop, 1, "K41", "SIGSEGV");
        assertThat(child(supervisor)).isNotEqualTo(first);
        stop("flow");
        awaitRestart(desktop, 2, "K42", "the flow");
        stop("JavaFX Application Thread");
        awaitRestart(desktop, 3, "K42", "the screen");

        // Ended in order, nothing is left.
        ProcessHandle last = supervisor.children().findFirst().orElseThrow();
        supervisor.destroy();
        assertThat(supervisor.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(supervisor.exitValue()).isEqualTo(143);
        assertThat(last.isAlive()).isFalse();
        assertThat(restarts()).hasSize(3);
        assertThat(log())
            .contains(
                "the supervisor started the station again: K41 SIGSEGV",
                "the supervisor started the station again: K42 the program did not answer: the flow")
            .contains("the station ends: a signal ended it");
        assertThat(out.resolve("data/running")).doesNotExist();
      } finally {
        supervisor.descendants().forEach(ProcessHandle::destroyForcibly);
        supervisor.destroyForcibly();
      }
    }
  }

  @Test
  void a_station_whose_supervisor_was_killed_ends_and_the_next_start_says_so() throws Exception {
    try (Desktop desktop = Desktop.open("1080x1920", List.of(), List.of())) {
      Process supervisor = start(desktop);
      awaitServing(desktop);
      ProcessHandle orphan = supervisor.children().findFirst().orElseThrow();
      signal("KILL", supervisor.pid());
      await().atMost(SOON).until(() -> !orphan.isAlive());
      Process again = start(desktop);
      try {
        awaitServing(desktop);
        assertThat(restarts())
            .as(Files.readString(out.resolve("said")))
            .singleElement()
            .satisfies(restart -> assertThat(restart.code()).isEqualTo(RestartRecord.UNSEEN));
        Process second = start(desktop);
        assertThat(second.waitFor(180, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).as("beside one that runs").isEqualTo(2);
        assertThat(restarts()).as("nothing was cut off").hasSize(1);
      } finally {
        again.destroy();
        assertThat(again.waitFor(180, TimeUnit.SECONDS)).isTrue();
      }
      assertThat(log())
          .contains(
              "the station ends: its supervisor is gone",
              "the supervisor started the station again: - the program was cut off",
              "the station ends: a signal ended it")
          .doesNotContain("Exception");
      assertThat(out.resolve("data").resolve("running")).doesNotExist();
    }
  }

  private String log() throws IOException {
    return Files.readString(out.resolve("data").resolve("logs").resolve("station.log"));
  }
}
