package org.libstation.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libstation.app.BuiltProgram;
import org.libstation.lab.scenario.Ledgers;
import org.libstation.testkit.Needs;

/// `./station demo` with a display, as a person has it before them.
@Tag("full")
@Tag("paced")
class DemoByHandTest {
  private static final String KIOSK = "South Embankment Library";

  /// Overdue at the library: on loan until somebody brings it back.
  private static final String OVERDUE = "38801000000411";

  /// xdotool counts a window's title bar twice where the window manager draws it.
  private static final int TITLE_BAR = 22;

  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration KEY_AGAIN = Duration.ofSeconds(5);
  private static final Duration EFFECT = Duration.ofSeconds(60);
  private static final Duration DROP_AGAIN = Duration.ofSeconds(30);
  private static final int LAST_LINES = 12;

  @TempDir private Path directory;

  @Test
  void twoWindowsStandSideBySideHandsActOnTheTwinsAndClosingTheBenchEndsEverything()
      throws Exception {
    Needs.programs("Xvfb", "openbox", "xdotool");
    Needs.screens();
    Path arguments = BuiltProgram.arguments();
    Path out = directory.resolve("out");
    Path said = directory.resolve("said.txt");
    try (Desktop desktop = Desktop.open("1920x1080")) {
      Process demo =
          desktop.start(
              said,
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "@" + arguments,
                  "org.libstation.app.Main",
                  "demo",
                  "--out",
                  out.toString()));
      try {
        await().atMost(START).until(() -> desktop.window(KIOSK).isPresent());
        await().atMost(START).until(() -> desktop.window(BenchWindow.TITLE).isPresent());
        Desktop.Window bench = desktop.window(BenchWindow.TITLE).orElseThrow();
        await().atMost(EFFECT).untilAsserted(() -> sideBySide(desktop));

        // A book falls into the drop: the library takes it back.
        Path library = out.resolve("library");
        assertThat(Ledgers.onLoan(library)).containsKey(OVERDUE);
        // A station that is still starting keeps its flap shut, and the bench says so. What is
        // typed
        // while a window comes up may go elsewhere: each try looks the book up again.
        await()
            .atMost(START)
            .pollDelay(Duration.ZERO)
            .pollInterval(DROP_AGAIN)
            .failFast("the demo ended: " + said, () -> !demo.isAlive())
            .untilAsserted(
                () -> {
                  if (Ledgers.onLoan(library).containsKey(OVERDUE)) {
                    desktop.keys(bench, "ctrl+f");
                    desktop.type(OVERDUE);
                    desktop.keys(bench, "F6");
                    fail(lastSaid(out));
                  }
                });

        // The power is cut, and comes back.
        desktop.keys(bench, "F9");
        await().atMost(EFFECT).until(() -> desktop.window(KIOSK).isEmpty());
        // The key says what it will do: until the bench has seen the station end, it would cut
        // again.
        await()
            .atMost(START)
            .pollInterval(KEY_AGAIN)
            .until(
                () -> {
                  if (demo.descendants().count() < 2) {
                    desktop.keys(bench, "F9");
                  }
                  return desktop.window(KIOSK).isPresent();
                });

        List<ProcessHandle> children = demo.descendants().toList();
        assertThat(children).hasSize(2);
        desktop.keys(bench, "alt+F4");
        assertThat(demo.waitFor(EFFECT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).describedAs(Files.readString(said)).isZero();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(said).content().contains("The books agree: 1 items, none differs.");
      } finally {
        demo.descendants().forEach(ProcessHandle::destroyForcibly);
        demo.destroyForcibly();
      }
    }
  }

  /// The ends of what the station wrote, for whoever reads a failure elsewhere.
  private static String lastSaid(Path out) throws IOException {
    StringBuilder ends = new StringBuilder("still on loan; what the logs say last:");
    try (Stream<Path> files = Files.walk(out)) {
      for (Path log : files.filter(it -> it.toString().endsWith(".log")).sorted().toList()) {
        List<String> lines = Files.readAllLines(log);
        ends.append('\n').append(log.getFileName());
        lines.stream()
            .skip(Math.max(0, lines.size() - LAST_LINES))
            .forEach(line -> ends.append("\n  ").append(line));
      }
    }
    return ends.toString();
  }

  private static void sideBySide(Desktop desktop) throws Exception {
    Optional<Desktop.Window> kiosk = desktop.window(KIOSK);
    Optional<Desktop.Window> bench = desktop.window(BenchWindow.TITLE);
    assertThat(kiosk).isPresent();
    assertThat(bench).isPresent();
    assertThat(kiosk.get().x()).isNotNegative();
    assertThat(kiosk.get().y()).isNotNegative();
    assertThat(kiosk.get().y() + kiosk.get().height()).isLessThanOrEqualTo(1080 + TITLE_BAR);
    assertThat(kiosk.get().x() + kiosk.get().width()).isLessThanOrEqualTo(bench.get().x());
    assertThat(bench.get().x() + bench.get().width()).isLessThanOrEqualTo(1920);
    assertThat(bench.get().y() + bench.get().height()).isLessThanOrEqualTo(1080 + TITLE_BAR);
    // Scaled to fit, not cut off: as high as a portrait screen of its width.
    assertThat(kiosk.get().height())
        .isBetween(kiosk.get().width() * 16 / 9 - 24, kiosk.get().width() * 16 / 9 + 24);
  }
}
