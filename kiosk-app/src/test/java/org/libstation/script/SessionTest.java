package org.libstation.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.testkit.Calls;

/// The session of the packages, with stubs of the display's programs; with real ones:
/// [PackageTest].
@Tag("full")
class SessionTest {
  private static final int LIMIT_MINUTES = 5;

  @TempDir private Path folder = Path.of("");

  /// An emulated machine took longer than ten seconds for each question, and no display was ever
  /// found there.
  @Test
  void a_display_that_takes_long_to_answer_is_waited_for() throws Exception {
    Files.writeString(folder.resolve("session"), "session: display\ndisplay: :99\n");
    Path _ = stub("xset", "exec sleep 12");
    shows(40, "it is shown\n", "echo", "it is shown");
  }

  /// A session with that command on it says this, and ends well.
  private void shows(int displaySeconds, String words, String... command) throws Exception {
    List<String> all = new ArrayList<>(List.of("bash", "../config/package/session"));
    all.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(all).redirectErrorStream(true);
    builder.environment().putAll(environment(displaySeconds));
    Process session = builder.start();
    try {
      assertThat(session.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).as("it ends").isTrue();
      String said = new String(session.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(said).isEqualTo(words);
      assertThat(session.exitValue()).isZero();
    } finally {
      session.descendants().forEach(ProcessHandle::destroyForcibly);
      session.destroy();
    }
  }

  private Path stub(String name, String program) throws IOException {
    Path stub = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + program + "\n");
    return Files.setPosixFilePermissions(stub, PosixFilePermissions.fromString("rwx------"));
  }

  /// XWayland ends ten seconds after its last client; a station that takes longer to draw finds it
  /// still there.
  @Test
  void the_display_under_cage_is_asked_until_the_station_draws() throws Exception {
    Files.writeString(folder.resolve("session"), "session: cage\n");
    Path _ = stub("cage", "shift 2\nWAYLAND_DISPLAY=none exec bash \"$@\"");
    Path _ = stub("wlr-randr", "exit 0");
    Path asked = folder.resolve("asked");
    Path _ = stub("xset", "echo asked >>'" + asked + "'");
    // The first question is the session's own, whether there is a display.
    String station =
        """
        asked() { [ "$(wc -l <'%s')" -ge 3 ]; }
        i=0
        until asked || [ $i = 600 ]; do sleep 0.1; i=$((i + 1)); done
        asked && echo shown
        """
            .formatted(asked);
    shows(60, "shown\n", "sh", "-c", station);
  }

  /// cage goes on until nobody has the pipe any more that it gave its client, and only then looks
  /// how that ended (cage.c, `spawn_primary_client`).
  @Test
  void the_session_ends_with_a_station_that_ends_soon() throws Exception {
    Files.writeString(folder.resolve("session"), "session: cage\n");
    Path line = folder.resolve("cage.pl");
    Files.writeString(
        line,
        """
        $^F = 255;
        pipe(my $there, my $given);
        my $client = fork();
        if (!$client) {
          close($there);
          $ENV{WAYLAND_DISPLAY} = "none";
          exec("bash", @ARGV);
        }
        close($given);
        my $all = <$there>;
        waitpid($client, 0);
        """);
    Path _ = stub("cage", "shift 2\nexec perl '" + line + "' \"$@\"");
    Path _ = stub("wlr-randr", "exit 0");
    Path _ = stub("xset", "exit 0");
    shows(3_600, "shown\n", "sh", "-c", "echo shown; sleep 1");
  }

  /// Java may begin so late on a slow machine that the unit's `TimeoutStartSec` is over before.
  @Test
  void systemd_is_asked_for_more_start_time_before_the_station_runs_and_again() throws Exception {
    Files.writeString(folder.resolve("session"), "session: display\n");
    Path asked = folder.resolve("asked");
    Path _ = stub("systemd-notify", "echo \"$@\" >>'" + asked + "'");
    Path _ = stub("systemctl", "echo activating");
    // The display is there only after the second request.
    Path _ = stub("xset", "until [ \"$(wc -l <'" + asked + "')\" -ge 2 ]; do sleep 0.1; done");
    shows(60, "shown\n", "echo", "shown");
    assertThat(Files.readAllLines(asked)).containsOnly("EXTEND_TIMEOUT_USEC=60000000");
  }

  /// A request after `READY=1` moves the limits of the watchdog and of a stop.
  @Test
  void systemd_is_not_asked_for_more_time_once_the_station_is_ready() throws Exception {
    Files.writeString(folder.resolve("session"), "session: display\n");
    Path asked = folder.resolve("asked");
    Path _ = stub("systemd-notify", "echo \"$@\" >>'" + asked + "'");
    Path looks = folder.resolve("looks");
    Path _ =
        stub(
            "systemctl",
            "echo >>'%1$s'; [ \"$(wc -l <'%1$s')\" -ge 2 ] && echo active || echo activating"
                .formatted(looks));
    Path _ =
        stub("xset", "until [ \"$(wc -l <'" + looks + "')\" -ge 2 ]; do sleep 0.1; done; sleep 3");
    shows(60, "shown\n", "echo", "shown");
    assertThat(Files.readAllLines(asked)).hasSize(2);
    assertThat(Files.readAllLines(looks)).hasSize(2);
  }

  @Test
  void a_proof_needs_no_display_but_all_else_that_the_session_needs() throws Exception {
    Files.writeString(folder.resolve("session"), "session: display\n");
    Path _ = stub("xset", "exit 1");
    Path _ = stub("systemd-notify", "touch '" + folder.resolve("told") + "'");
    shows(60, "begun\n", "--proof", "echo", "begun");
    assertThat(folder.resolve("told")).doesNotExist();
    Files.writeString(folder.resolve("session"), "session: x\n");
    assertThat(proof("/nowhere:/usr/bin/missing")).isNotZero();
    Files.writeString(folder.resolve("session"), "session: desktop\n");
    assertThat(proof(System.getenv("PATH"))).isEqualTo(2);
  }

  private int proof(String path) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("/bin/bash", "../config/package/session", "--proof", "true");
    builder.environment().putAll(environment(60));
    builder.environment().put("PATH", path);
    return Calls.status(builder);
  }

  private Map<String, String> environment(int displaySeconds) {
    return Map.of(
        "PATH",
        folder + ":" + System.getenv("PATH"),
        "XDG_RUNTIME_DIR",
        folder.toString(),
        "LIBSTATION_SITE",
        folder.toString(),
        "NOTIFY_SOCKET",
        folder.resolve("notify").toString(),
        "LIBSTATION_EXTEND_EVERY_SECONDS",
        "1",
        "LIBSTATION_DISPLAY_SECONDS",
        Integer.toString(displaySeconds));
  }

  /// What udev asks of each touch panel.
  private String touches(String settings, String path) throws Exception {
    Files.writeString(folder.resolve("session"), settings);
    ProcessBuilder builder = new ProcessBuilder("bash", "../config/package/session", "--touch");
    builder.environment().putAll(Map.of("LIBSTATION_SITE", folder.toString(), "ID_PATH", path));
    Process asked = builder.start();
    try {
      return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      asked.destroy();
    }
  }

  @Test
  void each_of_two_touch_panels_goes_to_its_own_panel_and_is_turned_with_it() throws Exception {
    String turned = "rotation: 90\n";
    assertThat(touches(turned, "usb-1")).isEqualTo("LIBINPUT_CALIBRATION_MATRIX=0 -1 1 1 0 0\n");
    String two =
        turned
            + "output: HDMI-A-1\ndrop-output: DP-1\ndrop-rotation: 180\ndrop-touch: usb-2 # low\n";
    assertThat(touches(two, "usb-1"))
        .isEqualTo("WL_OUTPUT=HDMI-A-1\nLIBINPUT_CALIBRATION_MATRIX=0 -1 1 1 0 0\n");
    assertThat(touches(two, "usb-2"))
        .isEqualTo("WL_OUTPUT=DP-1\nLIBINPUT_CALIBRATION_MATRIX=-1 0 1 0 -1 1\n");
    // Under an X server xinput does both.
    assertThat(touches("session: x\n" + two, "usb-2")).isEmpty();
  }

  @Test
  void a_panel_is_not_both_the_stations_and_the_drops() throws Exception {
    assertThat(touches("drop-output: DP-1\nrotation: 90\n", "usb-1")).isEmpty();
    assertThat(touches("output: DP-1\ndrop-output: DP-1\nrotation: 90\n", "usb-1")).isEmpty();
  }
}
