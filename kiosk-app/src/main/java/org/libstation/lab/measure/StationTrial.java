package org.libstation.lab.measure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.libstation.device.DeviceClock;
import org.libstation.lab.scenario.MeasuredStation;
import org.libstation.lab.scenario.ScenarioRunner;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// Runs the built program as a process, with emulated devices and the embedded library. Measures
/// how long it takes to start, and how much memory it holds before and after many loans.
public final class StationTrial {
  /// Items lent to a card in one visit: what the example site's rules allow without the link.
  static final int ITEMS_PER_CARD = 5;

  private static final Duration SHOWN = Duration.ofSeconds(30);

  /// The first request after the cable is pulled first waits for its answer.
  private static final Duration FIRST_SILENCE = Duration.ofSeconds(60);

  private final ScenarioRunner.Pause pause;
  private final Consumer<String> progress;

  /// @param progress takes the name of each step
  public StationTrial(ScenarioRunner.Pause pause, Consumer<String> progress) {
    this.pause = pause;
    this.progress = progress;
  }

  /// How much is measured.
  ///
  /// @param starts after one that is not counted, in which the station makes its keys
  /// @param rest how long the station is idle before its memory is read
  public record StationTrialExtent(int starts, int loans, Duration rest) {}

  /// @param starts from the start of the process to the first usable screen
  /// @param processor processor time of each until then
  /// @param framework part of it that an empty Spring Boot application takes
  /// @param idle on the welcome screen, before the first visit
  /// @param after on the welcome screen, after the loans
  public record StationTrialResult(
      Timings starts,
      Timings processor,
      Timings framework,
      MemoryHeld idle,
      MemoryHeld after,
      int loans) {}

  /// @param out an empty directory
  public StationTrialResult run(Site site, Path out, StationTrialExtent extent)
      throws ScenarioProblem, InterruptedException {
    try (MeasuredStation station = MeasuredStation.plug(site, out, DeviceClock.system(), pause)) {
      progress.accept("starting the station " + extent.starts() + " times");
      station.start();
      List<Duration> starts = new ArrayList<>();
      List<Duration> processor = new ArrayList<>();
      for (int i = 0; i < extent.starts(); i++) {
        station.end();
        starts.add(station.start());
        processor.add(processorTime(station.pid()));
      }
      Timings framework = FrameworkTrial.ofThisProgram().run(extent.starts());
      MemoryHeld idle = atRest(station, extent.rest());
      lend(station, extent.loans());
      return new StationTrialResult(
          new Timings(starts),
          new Timings(processor),
          framework,
          idle,
          atRest(station, extent.rest()),
          extent.loans());
    }
  }

  /// Lends items by barcode, [#ITEMS_PER_CARD] to each card.
  void lend(MeasuredStation station, int loans) throws ScenarioProblem, InterruptedException {
    progress.accept("lending " + loans + " items without the link");
    station.pullCable();
    for (int done = 0; done < loans; done += ITEMS_PER_CARD) {
      visit(station, done, Math.min(loans, done + ITEMS_PER_CARD));
    }
  }

  private static Duration processorTime(long pid) throws ScenarioProblem {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(() -> new ScenarioProblem("nobody tells what the station took"));
  }

  private MemoryHeld atRest(MeasuredStation station, Duration rest)
      throws ScenarioProblem, InterruptedException {
    rests(station, rest);
    return MemoryHeld.of(station.pid());
  }

  /// Leaves the station idle for this time.
  void rests(MeasuredStation station, Duration rest) throws ScenarioProblem, InterruptedException {
    station.until("screen welcome", SHOWN);
    pause.of(rest);
  }

  /// Lends the items of these numbers to one patron by barcode.
  private void visit(MeasuredStation station, int from, int to)
      throws ScenarioProblem, InterruptedException {
    station.ask("press borrow");
    station.until("screen card", SHOWN);
    scan(station, TrialNumbers.card(from), "screen pin");
    station.ask("pin 1234");
    station.until("screen borrow", FIRST_SILENCE);
    for (int number = from; number < to; number++) {
      String item = TrialNumbers.item(number);
      scan(station, item, "row " + item + " to-be-confirmed");
    }
    station.ask("press ok");
    station.until("screen receipt", SHOWN);
    station.ask("press receipt none");
    station.until("screen done", SHOWN);
    station.ask("press ok");
    station.until("screen welcome", SHOWN);
  }

  /// Scans a code once more if a busy machine did not take it in time, as a person does.
  private static void scan(MeasuredStation station, String code, String shown)
      throws ScenarioProblem, InterruptedException {
    station.scan(code);
    try {
      station.until(shown, SHOWN);
    } catch (ScenarioProblem late) {
      station.scan(code);
      station.until(shown, SHOWN);
    }
  }
}
