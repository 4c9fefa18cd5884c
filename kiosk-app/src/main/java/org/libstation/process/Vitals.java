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

/// What whoever watches this process hears of it: that it is ready, that all its parts make
/// progress, and what ends it.
public final class Vitals {
  private static final Logger log = LoggerFactory.getLogger(Vitals.class);

  /// Its time is that of the last beat; what is in it says how to read it.
  static final String FILE = "heartbeat";

  /// A screen or the flow that takes longer for one turn hangs.
  private static final Duration QUICK = Duration.ofSeconds(10);

  /// A driver may wait for its device, by the limits it states; none waits so long.
  private static final Duration DEVICE = Duration.ofSeconds(60);

  /// The mark of a station that can be used.
  public static final String READY = "ready";

  /// How a program that runs already is told how the one before it ended: a line on its standard
  /// input that begins with this.
  public static final String ENDED_WORD = "ended ";

  /// How often a start is looked at.
  private static final Duration LOOK = Duration.ofSeconds(2);

  /// A start that goes on may take longer than systemd's `TimeoutStartSec`: sd_notify(3).
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

  /// @param data where the file of beats lies
  /// @param out the supervisor's end, where it is ours
  public Vitals(
      Supervision watched, Path data, PrintStream out, SystemdNotify systemd, InstantSource clock) {
    this.watched = watched;
    this.file = data.resolve(FILE);
    this.out = out;
    this.systemd = systemd;
    this.clock = clock;
    // What was to be kept is on disk; a hook could wait for a thread that is stuck.
    this.halt = Runtime.getRuntime()::halt;
    this.faults = new UncaughtFault(cause -> say("fault " + cause), halt);
  }

  /// From here on what nobody catches ends the process, and so does a start that stands still.
  public void guard() {
    Thread.setDefaultUncaughtExceptionHandler(faults);
    starting.start();
  }

  /// The start begins with this now.
  ///
  /// @param name completes *its start stood still at …*
  public void step(String name) {
    start.step(name);
    StartMarks.mark(name);
  }

  /// On a thread of its own: whatever the start waits for, this does not.
  private Duration lookAtStart() {
    if (start.look()) {
      say("starting " + start.step());
      if (watched == Supervision.BY_ANOTHER) {
        boolean _ = systemd.send(EXTEND);
      }
    } else if (start.standsStill()) {
      String why = "its start stood still at " + start.step();
      log.error("{} for {} s; the program ends", why, StartProgress.STILL.toSeconds());
      say("fault " + why);
      halt.accept(Supervisor.STOOD_STILL);
    }
    return LOOK;
  }

  /// The station can be used; from here on it gives beats.
  ///
  /// @param screen how many turns its thread has made, and so for the others
  /// @param devices by the names of their threads
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
          log.warn("the file of heartbeats cannot be written: {}", e.getMessage());
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

  /// A child of our supervisor ends when that one does, however it ends.
  ///
  /// @param supervisor what it would write to: how the station before this one ended, where it was
  ///   not known yet when this one was started
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
                log.warn("started again: {}", line.substring(ENDED_WORD.length()));
              }
            }
          } catch (IOException _) {
            // It is not there any more.
          }
          end.run();
        });
  }

  /// The station ends in order.
  public void end() {
    starting.close();
    faults.ending();
    if (watched == Supervision.BY_ANOTHER) {
      boolean _ = systemd.send("STOPPING=1");
    }
    loop.ifPresent(StepLoop::close);
  }
}
