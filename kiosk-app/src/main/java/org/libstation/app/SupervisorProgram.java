package org.libstation.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.libstation.file.ProgramName;
import org.libstation.process.InstalledProgram;
import org.libstation.process.Kiosk;
import org.libstation.process.ProcessChild;
import org.libstation.process.ReplacedFiles;
import org.libstation.process.RestartLog;
import org.libstation.process.RestartRecord;
import org.libstation.process.Supervisor;
import org.libstation.process.SystemdNotify;
import org.libstation.process.Vitals;
import org.libstation.site.DataPlace;
import org.libstation.site.Site;
import org.libstation.site.SiteProblem;
import org.libstation.site.TimeOfDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Supervises `run`: keeps the station running as a child process, and shows *out of service* while
/// no child runs.
final class SupervisorProgram {
  private static final Logger log = LoggerFactory.getLogger(SupervisorProgram.class);

  /// File that exists while a supervisor runs. If it exists at a start, the previous supervisor was
  /// cut off.
  private static final String RUNNING = "running";

  /// System property that tells a child how the previous one ended.
  static final String ENDED = "libstation.ended";

  /// How long a child may take to end in order: desk, devices, journal.
  private static final Duration END = Duration.ofSeconds(45);

  private SupervisorProgram() {}

  /// Runs until it is ended. The station is started before the site is read here, because the
  /// settings are needed only when the child ends.
  ///
  /// @param arguments the arguments of `run`, for the child
  /// @return the exit status
  /// @throws SiteProblem if the site's settings are wrong and no child has reported this
  static int run(Kiosk.Options options, List<String> arguments) throws Exception {
    InstantSource clock = TimeOfDay.wall();
    SystemdNotify systemd = SystemdNotify.of(System.getenv());
    CountDownLatch woken = new CountDownLatch(1);
    Living living = new Living();
    AtomicReference<Runnable> end = new AtomicReference<>(living::end);
    AtomicReference<Runnable> left = new AtomicReference<>(() -> {});
    Thread hook =
        new Thread(
            () -> {
              boolean _ = systemd.send("STOPPING=1");
              end.get().run();
              woken.countDown();
              living.awaitEnd();
              left.get().run();
            },
            "end");
    Runtime.getRuntime().addShutdownHook(hook);
    Optional<ProcessChild> first = begun(living, arguments);
    Site site;
    try {
      site = Site.open(options.config(), options.overrides());
      DataPlace.check(options.config(), site.settings());
    } catch (SiteProblem problem) {
      if (first.isPresent() && refused(first.get())) {
        return Supervisor.SETTINGS;
      }
      throw problem;
    }
    Path data = site.data();
    ZoneId zone = site.zone();
    RestartLog restarts = new RestartLog(data);
    RestartNotes again = new RestartNotes(restarts);
    Path running = data.resolve(RUNNING);
    boolean ours = cutOff(running, restarts, now(clock, zone));
    left.set(() -> remove(running, ours));
    AtomicReference<@Nullable ProcessChild> there = new AtomicReference<>(first.orElse(null));
    if (first.isPresent()) {
      again.since().ifPresent(last -> first.get().tell(Vitals.ENDED_WORD + told(last)));
    }
    FaultFace face = new FaultFace(() -> FaultScreen.of(site.settings(), options, clock));
    Supervisor supervisor =
        new Supervisor(
            new Supervisor.World(
                () -> {
                  ProcessChild begun = there.getAndSet(null);
                  return begun == null ? living.start(command(arguments, again.since())) : begun;
                },
                face,
                restarts,
                () -> Duration.ofNanos(System.nanoTime()),
                () -> now(clock, zone),
                time -> !woken.await(time.toMillis(), TimeUnit.MILLISECONDS),
                sign -> tell(systemd, sign),
                SupervisorProgram::isOld));
    end.set(supervisor::end);
    if (living.ending()) {
      supervisor.end();
    }
    int status = supervisor.run();
    remove(running, ours);
    return status;
  }

  /// Whether the installed program was replaced. Its unit restarts an installed program as a whole;
  /// a program of a checkout continues.
  private static boolean isOld() {
    return InstalledProgram.superseded()
        || (!InstalledProgram.name().isEmpty() && ReplacedFiles.any());
  }

  /// Starts the first child. Empty if the program cannot be started; the next attempt reports why.
  private static Optional<ProcessChild> begun(Living living, List<String> arguments) {
    try {
      return Optional.of(living.start(command(arguments, Optional.empty())));
    } catch (IOException e) {
      log.debug("the station cannot be started", e);
      return Optional.empty();
    }
  }

  /// Whether the child refused the same settings and reported this itself. If not, it is killed.
  private static boolean refused(ProcessChild child) throws InterruptedException {
    boolean refused = Supervisor.refused(child);
    if (!refused) {
      child.kill();
    }
    return refused;
  }

  private static String told(RestartRecord last) {
    return last.code() + " " + last.cause();
  }

  private static OffsetDateTime now(InstantSource clock, ZoneId zone) {
    return clock.instant().atZone(zone).toOffsetDateTime().withNano(0);
  }

  private static void tell(SystemdNotify systemd, Supervisor.LifeSign sign) {
    boolean _ =
        systemd.send(
            switch (sign) {
              case STARTING -> Vitals.EXTEND;
              case READY -> "READY=1";
              case ALIVE -> "WATCHDOG=1";
            });
  }

  /// The command line of a child. A child writes no memory dump when it crashes, and exits when it
  /// runs out of memory.
  private static List<String> command(List<String> arguments, Optional<RestartRecord> ended)
      throws IOException {
    String args = System.getProperty("libstation.args");
    if (args == null) {
      throw new IOException("libstation.args is not set: start it by " + ProgramName.get());
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + args);
    ended.ifPresent(last -> command.add("-D" + ENDED + "=" + told(last)));
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "org.libstation.app.Main"));
    int run = arguments.indexOf("run");
    command.addAll(arguments.subList(0, run + 1));
    command.add("--guarded");
    command.addAll(arguments.subList(run + 1, arguments.size()));
    return command;
  }

  /// Records a restart if the previous supervisor was cut off, by a power cut or a kill.
  ///
  /// @return false if another station runs with this directory; then this one will be refused
  private static boolean cutOff(Path running, RestartLog restarts, OffsetDateTime now) {
    try {
      if (Files.exists(running)) {
        if (isAlive(Files.readString(running))) {
          return false;
        }
        restarts.add(
            new RestartRecord(
                now, RestartRecord.UNSEEN, "the program was cut off: no power, or killed"));
      }
      Files.createDirectories(running.toAbsolutePath().getParent());
      Files.writeString(running, process(ProcessHandle.current()));
    } catch (IOException e) {
      log.warn("cannot write the restart log: {}", e.getMessage());
    }
    return true;
  }

  /// Identifies a process by its number and start time, because numbers are reused after a reboot.
  private static String process(ProcessHandle process) {
    return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
  }

  private static boolean isAlive(String process) {
    String number = process.split(" ", 2)[0];
    return number.matches("[0-9]{1,18}")
        && ProcessHandle.of(Long.parseLong(number))
            .filter(ProcessHandle::isAlive)
            .filter(there -> process(there).equals(process))
            .isPresent();
  }

  private static void remove(Path running, boolean ours) {
    if (!ours) {
      return;
    }
    try {
      boolean _ = Files.deleteIfExists(running);
    } catch (IOException e) {
      log.warn("cannot delete {}: {}", running, e.getMessage());
    }
  }

  /// Reads the restart recorded since the last start of the child.
  private static final class RestartNotes {
    private final RestartLog restarts;
    private Optional<RestartRecord> told;

    RestartNotes(RestartLog restarts) {
      this.restarts = restarts;
      this.told = last();
    }

    Optional<RestartRecord> since() {
      Optional<RestartRecord> now = last();
      Optional<RestartRecord> fresh = now.equals(told) ? Optional.empty() : now;
      told = now;
      return fresh;
    }

    private Optional<RestartRecord> last() {
      try {
        return restarts.read().reversed().stream().findFirst();
      } catch (IOException e) {
        log.warn("cannot read the restart log: {}", e.getMessage());
        return Optional.empty();
      }
    }
  }

  /// Holds the current child.
  private static final class Living {
    private volatile @Nullable ProcessChild child;
    private volatile boolean ending;

    ProcessChild start(List<String> command) throws IOException {
      ProcessChild started = ProcessChild.start(command, System.out);
      child = started;
      if (ending) {
        started.end();
      }
      return started;
    }

    /// Ends the child while no supervisor manages it yet.
    void end() {
      ending = true;
      Optional.ofNullable(child).ifPresent(ProcessChild::end);
    }

    boolean ending() {
      return ending;
    }

    void awaitEnd() {
      Optional.ofNullable(child)
          .ifPresent(
              there -> {
                try {
                  if (!there.awaitEnd(END)) {
                    there.kill();
                  }
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
              });
    }
  }
}
