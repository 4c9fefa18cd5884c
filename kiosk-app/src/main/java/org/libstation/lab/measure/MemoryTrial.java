package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.libstation.device.DeviceClock;
import org.libstation.lab.scenario.MeasuredStation;
import org.libstation.lab.scenario.ScenarioRunner;
import org.libstation.lab.scenario.Showing;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// Measures the memory of the station in its full screen, part by part, idle and after many loans,
/// and that of its supervisor.
public final class MemoryTrial {
  private static final int WIDTH = 1080;
  private static final int HEIGHT = 1920;
  private static final Duration NEVER = Duration.ofMinutes(3);
  private static final Duration LOOK = Duration.ofMillis(200);

  private final ScenarioRunner.Pause pause;
  private final Consumer<String> progress;

  /// @param progress takes the name of each step
  public MemoryTrial(ScenarioRunner.Pause pause, Consumer<String> progress) {
    this.pause = pause;
    this.progress = progress;
  }

  /// @param idle of the station before its first visit
  /// @param after of that station after the loans
  /// @param supervisor of the supervisor of another start
  /// @param supervised of the station under that supervisor
  public record MemoryTrialResult(
      MemoryParts idle,
      MemoryParts after,
      int loans,
      MemoryParts supervisor,
      MemoryParts supervised) {

    /// Rows for the table.
    public List<BenchReport.BenchReportRow> rows() {
      return List.of(
          new BenchReport.BenchReportRow(
              "the station, idle in its full screen (PSS)", idle.words()),
          new BenchReport.BenchReportRow("the same after " + loans + " loans", after.words()),
          new BenchReport.BenchReportRow(
              "more than idle", Math.round(100.0 * after.total() / idle.total() - 100) + " %"),
          new BenchReport.BenchReportRow("a supervisor", supervisor.words()),
          new BenchReport.BenchReportRow("its station beside it, idle", supervised.words()));
    }
  }

  /// @param out an empty directory
  /// @param rest how long a station is idle before its memory is read
  public MemoryTrialResult run(Site site, Path out, int loans, Duration rest)
      throws ScenarioProblem, InterruptedException, IOException {
    try (VirtualDisplay display = VirtualDisplay.open(WIDTH, HEIGHT)) {
      MemoryParts idle;
      MemoryParts after;
      try (MeasuredStation station =
          MeasuredStation.plug(site, out.resolve("station"), DeviceClock.system(), pause)) {
        progress.accept("a station in its full screen");
        station.start(List.of("env", "DISPLAY=" + display.name()), new Showing.KioskShowing());
        StationTrial trial = new StationTrial(pause, progress);
        trial.rests(station, rest);
        idle = MemoryParts.of(station.pid());
        trial.lend(station, loans);
        trial.rests(station, rest);
        after = MemoryParts.of(station.pid());
      }
      progress.accept("a station under its supervisor");
      Process supervisor = supervised(site, out.resolve("supervised"), display);
      try {
        awaitBeat(supervisor, out.resolve("supervised"));
        pause.of(rest);
        long child = supervisor.children().findFirst().orElseThrow().pid();
        return new MemoryTrialResult(
            idle, after, loans, MemoryParts.of(supervisor.pid()), MemoryParts.of(child));
      } finally {
        supervisor.destroy();
        supervisor.onExit().join();
      }
    }
  }

  private static Process supervised(Site site, Path data, VirtualDisplay display)
      throws IOException {
    Path arguments = Path.of(System.getProperty("libstation.args"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + arguments);
    command.add("@" + arguments.resolveSibling("supervisor.args"));
    command.addAll(
        List.of(
            "org.libstation.app.Main",
            "run",
            "--fullscreen",
            "--config=" + site.directory(),
            "--set=station.data=" + data.toAbsolutePath()));
    ProcessBuilder program = new ProcessBuilder(command);
    program.environment().put("DISPLAY", display.name());
    program.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    program.redirectError(ProcessBuilder.Redirect.DISCARD);
    return program.start();
  }

  /// Waits for the first heartbeat, which comes when the station can be used.
  private void awaitBeat(Process supervisor, Path data)
      throws ScenarioProblem, InterruptedException {
    long until = System.nanoTime() + NEVER.toNanos();
    while (!Files.exists(data.resolve("heartbeat"))) {
      if (!supervisor.isAlive() || System.nanoTime() > until) {
        throw new ScenarioProblem("the station under its supervisor never served");
      }
      pause.of(LOOK);
    }
  }
}
