package org.libstation.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.libstation.process.Heartbeat.HeartbeatPart;
import org.libstation.process.Kiosk.Supervision;
import org.libstation.sync.StepLoop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports to this process's supervisor that it is ready, that all its parts make progress, and why
/// it ends.
public final class Vitals {
  private static final Logger log = LoggerFactory.getLogger(Vitals.class);

  /// File whose modification time is that of the last beat; its content explains that.
  static final String FILE = "heartbeat";

  /// Longest turn of the screen or the flow; after it they count as hung.
  private static final Duration QUICK = Duration.ofSeconds(10);

  /// Longer than any stated limit for which a driver may wait for its device.
  private static final Duration DEVICE = Duration.ofSeconds(60);

  /// Start mark of a station that can be used.
  public static final String READY = "ready";

  /// Start of a line on standard input that tells a running program how the one before it ended.
  public static final String ENDED_WORD = "ended ";

  /// Time between two checks of the start.
  private static final Duration LOOK = Duration.ofSeconds(2);

  /// Extends systemd's `TimeoutStartSec`, for a start that makes progress: sd_notify(3).
  public static final String EXTEND =
      "EXTEND_TIMEOUT_USEC=" + StartProgress.STILL.plusMinutes(1).toNanos() / 1000;

  private final StartProgress start = StartProgress.ofThisProcess();
  private final Supervision watched;
  private final Path file;
  private final PrintStream out;
  private final SystemdNotify systemd;
  private final InstantSource clock;
  private final IntConsumer halt;
  private final UncaughtFault faults;
  private Optional<StepLoop> loop = Optional.empty();
  private final StepLoop starting = new StepLoop("start", this::lookAtStart);

  /// @param data directory for the heartbeat file
  /// @param out stream to our own supervisor, if that watches
  public Vitals(
      Supervision watched, Path data, PrintStream out, SystemdNotify systemd, InstantSource clock) {
    this.watched = watched;
    this.file = data.resolve(FILE);
    this.out = out;
    this.systemd = systemd;
    this.clock = clock;
    // What must survive is on disk; a shutdown hook could wait for a stuck thread.
    this.halt = Runtime.getRuntime()::halt;
    this.faults = new UncaughtFault(cause -> say("fault " + cause), halt);
  }

  /// From now on an uncaught fault, or a start without progress, ends the process.
  public void guard() {
    Thread.setDefaultUncaughtExceptionHandler(faults);
    starting.start();
  }

  /// Records that a step of the start begins.
  ///
  /// @param name completes *its start made no progress at …*
  public void step(String name) {
    start.step(name);
    StartMarks.mark(name);
  }

  /// Checks the start, on a separate thread that does not wait for anything the start waits for.
  private Duration lookAtStart() {
    if (start.look()) {
      say("starting " + start.step());
      if (watched == Supervision.BY_ANOTHER) {
        boolean _ = systemd.send(EXTEND);
      }
    } else if (start.standsStill()) {
      String why = "its start made no progress at " + start.step();
      log.error("{} for {} s; the program ends", why, StartProgress.STILL.toSeconds());
      say("fault " + why);
      halt.accept(Supervisor.STOOD_STILL);
    }
    return LOOK;
  }

  /// Reports that the station can be used, and starts the heartbeat.
  ///
  /// @param screen number of turns of its thread; likewise for the others
  /// @param devices turns by the names of the devices' threads
  public void ready(LongSupplier screen, LongSupplier flow, Map<String, LongSupplier> devices) {
    starting.close();
    StartMarks.mark(READY);
    say("ready");
    if (watched == Supervision.BY_ANOTHER) {
      boolean _ = systemd.send("READY=1");
    }
    if (watched == Supervision.BY_NOBODY) {
      return;
    }
    List<HeartbeatPart> parts = new ArrayList<>();
    parts.add(new HeartbeatPart("the screen", QUICK, screen));
    parts.add(new HeartbeatPart("the flow", QUICK, flow));
    devices.forEach((name, turns) -> parts.add(new HeartbeatPart(name, DEVICE, turns)));
    Heartbeat heart =
        new Heartbeat(parts, () -> Duration.ofNanos(System.nanoTime()), new Outwards());
    StepLoop beating = new StepLoop("heartbeat", heart::step);
    loop = Optional.of(beating);
    beating.start();
  }

  /// Passes beats on to the supervisor.
  private final class Outwards implements Heartbeat.Beats {
    private boolean troubled;

    @Override
    public void beat() {
      say("beat");
      if (watched == Supervision.BY_ANOTHER) {
        boolean _ = systemd.send("WATCHDOG=1");
      }
      touch();
    }

    @Override
    public void stuck(String part) {
      log.error("no heartbeat: {} makes no progress", part);
      say("stuck " + part);
    }

    private void touch() {
      try {
        if (!Files.exists(file)) {
          Files.createDirectories(file.toAbsolutePath().getParent());
          Files.writeString(
              file, "The time of this file is that of the station's last heartbeat.\n");
        }
        Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
        troubled = false;
      } catch (IOException e) {
        if (!troubled) {
          troubled = true;
          log.warn("cannot write the heartbeat file: {}", e.getMessage());
        }
      }
    }
  }

  private void say(String words) {
    if (watched == Supervision.BY_OURS) {
      synchronized (out) {
        out.println("guard " + words);
        out.flush();
      }
    }
  }

  /// Ends this process when its own supervisor ends, in whatever way.
  ///
  /// @param supervisor input from the supervisor: how the program before this one ended, if that
  ///   was not known when this one started
  public void endWith(InputStream supervisor, Runnable end, Consumer<Runnable> inBackground) {
    if (watched != Supervision.BY_OURS) {
      return;
    }
    inBackground.accept(
        () -> {
          try {
            BufferedReader lines =
                new BufferedReader(new InputStreamReader(supervisor, StandardCharsets.UTF_8));
            String line;
            while ((line = lines.readLine()) != null) {
              if (line.startsWith(ENDED_WORD)) {
                log.warn(
                    "the supervisor started the station again: {}",
                    line.substring(ENDED_WORD.length()));
              }
            }
          } catch (IOException _) {
            // The supervisor is gone.
          }
          end.run();
        });
  }

  /// Reports that the station ends in order.
  public void end() {
    starting.close();
    faults.ending();
    if (watched == Supervision.BY_ANOTHER) {
      boolean _ = systemd.send("STOPPING=1");
    }
    loop.ifPresent(StepLoop::close);
  }
}
