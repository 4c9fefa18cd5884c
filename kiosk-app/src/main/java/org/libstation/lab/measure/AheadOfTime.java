package org.libstation.lab.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.libstation.device.DeviceClock;
import org.libstation.lab.scenario.MeasuredStation;
import org.libstation.lab.scenario.ScenarioRunner;
import org.libstation.lab.scenario.Showing;
import org.libstation.site.Site;
import org.libstation.station.driven.ScenarioProblem;

/// A JDK ahead-of-time cache of the station's classes, loaded and linked, with the profiles of its
/// methods (JEP 483, 514, 515). One run is recorded, the cache is made from that record, and later
/// runs use it.
public final class AheadOfTime {
  private static final Duration SHOWN = Duration.ofSeconds(60);
  private static final int LIMIT_MINUTES = 5;

  private final Path record;
  private final Path cache;

  /// @param directory for both files
  public AheadOfTime(Path directory) {
    this.record = directory.resolve("station.aotconf").toAbsolutePath();
    this.cache = directory.resolve("station.aot").toAbsolutePath();
  }

  /// Records a start and a visit at a station with emulated devices, and makes the cache.
  ///
  /// @param out directory for all files that are left
  /// @param environment of the station, such as `DISPLAY=:7`
  public void train(
      Site site, Path out, List<String> environment, Showing showing, ScenarioRunner.Pause pause)
      throws ScenarioProblem, InterruptedException {
    List<String> prefix = new ArrayList<>(List.of("env"));
    prefix.addAll(environment);
    prefix.add("JDK_JAVA_OPTIONS=-XX:AOTMode=record -XX:AOTConfiguration=" + record);
    try (MeasuredStation station = MeasuredStation.plug(site, out, DeviceClock.system(), pause)) {
      station.start(prefix, showing);
      visit(station);
    }
    make(out.resolve("cache.log"));
  }

  private static void visit(MeasuredStation station) throws ScenarioProblem, InterruptedException {
    station.until("link online", SHOWN);
    station.ask("press language en");
    station.ask("press borrow");
    station.until("screen card", SHOWN);
    station.scan(TrialNumbers.reader(1));
    station.until("screen pin", SHOWN);
    station.ask("pin 4821");
    station.until("screen borrow", SHOWN);
    String item = TrialNumbers.stock(1);
    station.scan(item);
    station.until("row " + item + " lent", SHOWN);
    station.ask("press account");
    station.until("screen account", SHOWN);
    station.until("row " + item + " loan", SHOWN);
    station.ask("press ok");
    station.until("screen receipt", SHOWN);
    station.ask("press receipt none");
    station.until("screen done", SHOWN);
    station.ask("press ok");
    station.until("screen welcome", SHOWN);
  }

  /// Checks that a start of the program uses the cache.
  ///
  /// @throws ScenarioProblem when it does not
  public void prove() throws ScenarioProblem, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("@" + System.getProperty("libstation.args"));
    command.addAll(using());
    command.addAll(List.of("org.libstation.app.Main", "--version"));
    try {
      Process asked =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!asked.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        asked.destroyForcibly();
        throw new ScenarioProblem("a start with the ahead-of-time cache did not end");
      }
      if (asked.exitValue() != 0) {
        throw new ScenarioProblem("the ahead-of-time cache is not used: no start takes it");
      }
    } catch (IOException e) {
      throw new ScenarioProblem("the ahead-of-time cache was not tried: " + e.getMessage());
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /// Options for the runs that use the cache.
  List<String> using() {
    return List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache);
  }

  public Path cache() {
    return cache;
  }

  /// Makes the cache from the record.
  ///
  /// @param log file for the output of the virtual machine
  private void make(Path log) throws ScenarioProblem, InterruptedException {
    try {
      Process maker =
          new ProcessBuilder(
                  java(),
                  "@" + System.getProperty("libstation.args"),
                  // The argument file silences these messages for the station's starts.
                  "-Xlog:aot=warning:stderr",
                  "-XX:AOTMode=create",
                  "-XX:AOTConfiguration=" + record,
                  "-XX:AOTCache=" + cache)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      if (!maker.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        maker.destroyForcibly();
        throw new ScenarioProblem("the ahead-of-time cache was not made in time; see " + log);
      }
      if (maker.exitValue() != 0) {
        throw new ScenarioProblem("the ahead-of-time cache was not made; " + log + " says why");
      }
      Files.deleteIfExists(record);
    } catch (IOException e) {
      throw new ScenarioProblem("the ahead-of-time cache was not made: " + e.getMessage());
    }
  }
}
