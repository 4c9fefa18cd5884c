package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libstation.device.DeviceClock;
import org.libstation.lab.scenario.MeasuredStation;
import org.libstation.lab.scenario.ScenarioRunner;
import org.libstation.lab.scenario.Showing;
import org.libstation.process.StartMarks;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// Times a start, phase by phase, and compares with the smallest JavaFX program and a plain
/// browser: in turn, on one display.
public final class StartTrial {
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 1920;
  private static final int AREA = 200;
  private static final Duration NEVER = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final String BARE = "org.libstation.lab.bench.BareScreen";
  private static final List<String> BROWSERS = List.of("chromium", "chromium-browser");

  private final ScenarioRunner.Pause pause;
  private final Consumer<String> progress;

  /// @param progress takes the name of each step
  public StartTrial(ScenarioRunner.Pause pause, Consumer<String> progress) {
    this.pause = pause;
    this.progress = progress;
  }

  /// @param shown from the start of the process until its window is seen
  /// @param processor time of all processors until then
  record StartTimings(Timings shown, Timings processor) {}

  /// @param starts of the station, sorted by length
  /// @param cached whether the measured program has an ahead-of-time cache
  /// @param browser empty if this machine has none
  public record StartTrialResult(
      List<StartPhases> starts, StartTimings bare, Optional<StartTimings> browser, boolean cached) {
    StartPhases median() {
      return starts.get((starts.size() - 1) / 2);
    }

    public String svg() {
      List<StartPhases.StartPhase> beside = new ArrayList<>();
      beside.add(
          new StartPhases.StartPhase(
              "a bare JavaFX program", Duration.ZERO, bare.shown().median()));
      browser.ifPresent(
          it ->
              beside.add(
                  new StartPhases.StartPhase(
                      "a browser kiosk", Duration.ZERO, it.shown().median())));
      return median().svg(beside);
    }
  }

  /// @param out an empty directory
  /// @param times how often each program is started
  public StartTrialResult run(Site site, Path out, int times)
      throws ScenarioProblem, InterruptedException, IOException {
    List<StartPhases> starts = new ArrayList<>();
    List<StartSample> bare = new ArrayList<>();
    List<StartSample> browser = new ArrayList<>();
    Path arguments = Path.of(System.getProperty("libstation.args"));
    List<String> least =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + arguments,
            BARE);
    Optional<String> chromium = BROWSERS.stream().filter(StartTrial::isThere).findFirst();
    Path page = Files.writeString(out.resolve("page.html"), "<body bgcolor=navy>Libstation");
    try (VirtualDisplay display = VirtualDisplay.open(WIDTH, HEIGHT);
        MeasuredStation station =
            MeasuredStation.plug(site, out.resolve("station"), DeviceClock.system(), pause)) {
      station.start(List.of("env", "DISPLAY=" + display.name()), new Showing.KioskShowing());
      station.end();
      progress.accept("starting the station and a bare JavaFX program " + times + " times each");
      for (int i = 0; i < times; i++) {
        starts.add(start(station, display, out.resolve("marks-" + i)));
        bare.add(seen(least, display));
        if (chromium.isPresent()) {
          try {
            browser.add(seen(browser(chromium.get(), out, page), display));
          } catch (ScenarioProblem e) {
            // The browser is not ours: everything else is measured without it.
            progress.accept("without a browser: " + e.getMessage());
            chromium = Optional.empty();
          }
        }
      }
    }
    starts.sort(Comparator.comparing(StartPhases::whole));
    boolean cached =
        Files.readAllLines(arguments).stream().anyMatch(line -> line.startsWith("-XX:AOTCache="));
    return new StartTrialResult(
        List.copyOf(starts),
        beside(bare),
        browser.isEmpty() ? Optional.empty() : Optional.of(beside(browser)),
        cached);
  }

  /// As root the browser refuses to start in its sandbox; the page is ours, so it may run without.
  private static List<String> browser(String program, Path out, Path page) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program, "--kiosk", "--no-first-run", "--user-data-dir=" + out.resolve("browser")));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    command.add(page.toUri().toString());
    return command;
  }

  private static StartTimings beside(List<StartSample> seen) {
    return new StartTimings(
        new Timings(seen.stream().map(StartSample::shown).toList()),
        new Timings(seen.stream().map(StartSample::processor).toList()));
  }

  private static StartPhases start(MeasuredStation station, VirtualDisplay display, Path marks)
      throws ScenarioProblem, IOException {
    long begun = System.currentTimeMillis();
    station.start(
        List.of(
            "env",
            "DISPLAY=" + display.name(),
            "JDK_JAVA_OPTIONS=-D" + StartMarks.PROPERTY + "=" + marks.toAbsolutePath()),
        new Showing.KioskShowing());
    StartPhases phases = StartPhases.of(Files.readAllLines(marks), begun);
    station.end();
    return phases;
  }

  private record StartSample(Duration shown, Duration processor) {}

  /// Starts a program, waits until the middle of the display changes, and ends it.
  private static StartSample seen(List<String> command, VirtualDisplay display)
      throws ScenarioProblem {
    try (Glass glass = new Glass(display.name())) {
      Glass.Area middle = glass.area((WIDTH - AREA) / 2, (HEIGHT - AREA) / 2, AREA, AREA);
      middle.keep();
      ProcessBuilder program = new ProcessBuilder(command);
      program.environment().putAll(Map.of("DISPLAY", display.name()));
      program.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      program.redirectError(ProcessBuilder.Redirect.DISCARD);
      long begun = System.nanoTime();
      Process running = program.start();
      try {
        while (!middle.changed()) {
          if (!running.isAlive() || System.nanoTime() - begun > NEVER.toNanos()) {
            throw new ScenarioProblem(command.getLast() + " was never seen");
          }
          LockSupport.parkNanos(LOOK.toNanos());
        }
        Duration shown = Duration.ofNanos(System.nanoTime() - begun);
        return new StartSample(
            shown,
            Stream.concat(Stream.of(running.toHandle()), running.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus));
      } finally {
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly().onExit().join();
      }
    } catch (IOException e) {
      throw new ScenarioProblem(command.getFirst() + " cannot be started: " + e.getMessage());
    }
  }

  private static boolean isThere(String program) {
    return Pattern.compile(":")
        .splitAsStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
