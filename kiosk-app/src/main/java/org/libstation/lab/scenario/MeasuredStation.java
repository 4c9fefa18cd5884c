package org.libstation.lab.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.libstation.device.DeviceClock;
import org.libstation.site.DeviceName;
import org.libstation.site.Site;
import org.libstation.site.StationSettings.DeviceEntry;
import org.libstation.station.driven.ScenarioProblem;

/// A station process for measuring: drawn without a display, and no pictures are taken. Its
/// emulated scanner sends faster than a real one, so that the measurement does not include the
/// serial line.
public final class MeasuredStation implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(10);
  private static final String SCANNER_LINE = "baud=115200";

  private final Site site;
  private final Path out;
  private final Bench bench;
  private final LibraryProcess library;
  private final DeviceClock clock;
  private final ScenarioRunner.Pause pause;
  private @Nullable KioskProcess kiosk;

  private MeasuredStation(
      Site site,
      Path out,
      Bench bench,
      LibraryProcess library,
      DeviceClock clock,
      ScenarioRunner.Pause pause) {
    this.site = site;
    this.out = out;
    this.bench = bench;
    this.library = library;
    this.clock = clock;
    this.pause = pause;
  }

  /// Plugs in the twins and starts the embedded library; does not start the station yet.
  ///
  /// @param out directory for all files that are left
  public static MeasuredStation plug(
      Site site, Path out, DeviceClock clock, ScenarioRunner.Pause pause) throws ScenarioProblem {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new ScenarioProblem(out + " cannot be made: " + e.getMessage());
    }
    Site fast = withFastScanner(site);
    Bench bench = Bench.plug(fast.settings().devices(), out.resolve("dev"));
    try {
      LibraryProcess library =
          LibraryProcess.start(fast, out.resolve("library"), out, Optional.empty());
      return new MeasuredStation(fast, out, bench, library, clock, pause);
    } catch (ScenarioProblem | RuntimeException problem) {
      bench.close();
      throw problem;
    }
  }

  private static Site withFastScanner(Site site) throws ScenarioProblem {
    DeviceEntry scanner = site.settings().devices().get(DeviceName.SCANNER);
    if (scanner == null) {
      throw new ScenarioProblem("measuring needs a site with a scanner");
    }
    Map<String, String> overrides = new HashMap<>(site.overrides());
    overrides.put(
        "station.devices.scanner.address",
        scanner.address().replaceFirst("baud=\\d+", SCANNER_LINE));
    return Site.open(site.directory(), overrides);
  }

  /// Starts the station.
  ///
  /// @return time from the start of the process until its first screen could be used
  public Duration start() throws ScenarioProblem {
    return start(List.of(), new Showing.Unseen());
  }

  /// As above, under a program that starts it, such as `env DISPLAY=:9`.
  public Duration start(List<String> prefix, Showing showing) throws ScenarioProblem {
    List<String> arguments = new ArrayList<>(showing.options(out));
    arguments.add("--config=" + site.directory());
    LentKey.option(site).ifPresent(arguments::add);
    bench
        .addresses()
        .forEach(
            (device, address) ->
                arguments.add("--set=station.devices." + device + ".address=" + address));
    arguments.add("--set=station.data=" + out.resolve("station").toAbsolutePath());
    arguments.add("--set=station.central.host=127.0.0.1");
    arguments.add("--set=station.central.port=" + library.port());
    Duration begin = clock.monotonic();
    kiosk = KioskProcess.start(prefix, arguments, log(), Optional.empty());
    return clock.monotonic().minus(begin);
  }

  /// Ends the station in order.
  public void end() {
    KioskProcess running = kiosk;
    if (running != null) {
      running.close();
    }
    kiosk = null;
  }

  /// File of the station's standard error.
  public Path log() {
    return out.resolve("station.log");
  }

  /// Process ID of the station.
  public long pid() throws ScenarioProblem {
    return running().pid();
  }

  /// Pulls the network cable of the library.
  public void pullCable() throws ScenarioProblem {
    library.command("cable out");
  }

  public void scan(String code) throws ScenarioProblem {
    bench.scan(code);
  }

  /// Lays items on the pad, all at once.
  public void place(List<String> items) throws ScenarioProblem {
    List<ScenarioItem> shelves = new ArrayList<>();
    for (String item : items) {
      shelves.add(ScenarioItem.parse(item));
    }
    bench.place(shelves);
  }

  /// Takes everything off the pad.
  public void liftAll() throws ScenarioProblem {
    bench.lift(List.of());
  }

  /// @param request as [DrivenStation] takes it, such as `press borrow`
  public void ask(String request) throws ScenarioProblem {
    running().ask(request);
  }

  /// Waits until the station shows a line.
  ///
  /// @param line beginning of a line of [StateLines]
  /// @throws ScenarioProblem when it does not appear within the limit
  public void until(String line, Duration limit) throws ScenarioProblem, InterruptedException {
    Duration end = clock.monotonic().plus(limit);
    List<String> shown = running().ask("state");
    while (shown.stream().noneMatch(each -> each.startsWith(line))) {
      if (clock.monotonic().compareTo(end) > 0) {
        throw new ScenarioProblem(
            "the station never showed '" + line + "'; it shows " + String.join("; ", shown));
      }
      pause.of(POLL);
      shown = running().ask("state");
    }
  }

  private KioskProcess running() throws ScenarioProblem {
    KioskProcess running = kiosk;
    if (running == null) {
      throw new ScenarioProblem("the station is not started");
    }
    return running;
  }

  @Override
  public void close() {
    end();
    library.close();
    bench.close();
  }
}
