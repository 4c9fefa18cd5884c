package org.libstation.wiring;

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
import org.jspecify.annotations.Nullable;
import org.libstation.guard.Kiosk;
import org.libstation.guard.ProcessChild;
import org.libstation.guard.RestartLog;
import org.libstation.guard.RestartRecord;
import org.libstation.guard.Supervisor;
import org.libstation.guard.SystemdNotify;
import org.libstation.site.DataPlace;
import org.libstation.site.Site;
import org.libstation.site.TimeOfDay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `run`, from outside: the station as a child process, and *out of service* while there is none.
final class SupervisorProgram {
  private static final Logger log = LoggerFactory.getLogger(SupervisorProgram.class);

  /// There while a supervisor runs; found at a start it says that the last one never ended.
  private static final String RUNNING = "running";

  /// Tells a program how the one before it ended.
  static final String ENDED = "libstation.ended";

  /// How long a child may take to end in order: desk, devices, journal.
  private static final Duration END = Duration.ofSeconds(45);

  private SupervisorProgram() {}

  /// Runs until it is ended.
  ///
  /// @param arguments of `run`, for the child
  /// @return the exit status
  /// @throws SiteProblem when the site's settings cannot be
  static int run(Kiosk.Options options, List<String> arguments) throws Exception {
    Site site = Site.open(options.config(), options.overrides());
    DataPlace.check(options.config(), site.settings());
    Path data = site.data();
    ZoneId zone = site.zone();
    InstantSource clock = TimeOfDay.wall();
    RestartLog restarts = new RestartLog(data);
    SystemdNotify systemd = SystemdNotify.of(System.getenv());
    Again again = new Again(restarts);
    CountDownLatch woken = new CountDownLatch(1);
    Living living = new Living();
    FaultFace face = new FaultFace(() -> FaultScreen.of(site.settings(), options, clock));
    Supervisor supervisor =
        new Supervisor(
            new Supervisor.World(
                () -> living.start(command(arguments, again.since())),
                face,
                restarts,
                () -> Duration.ofNanos(System.nanoTime()),
                () -> now(clock, zone),
                time -> !woken.await(time.toMillis(), TimeUnit.MILLISECONDS),
                sign -> tell(systemd, sign)));
    Path running = data.resolve(RUNNING);
    boolean ours = cutOff(running, restarts, now(clock, zone));
    Thread hook =
        new Thread(
            () -> {
              boolean _ = systemd.send("STOPPING=1");
              supervisor.end();
              woken.countDown();
              living.awaitEnd();
              remove(running, ours);
            },
            "end");
    Runtime.getRuntime().addShutdownHook(hook);
    int status = supervisor.run();
    remove(running, ours);
    return status;
  }

  private static OffsetDateTime now(InstantSource clock, ZoneId zone) {
    return clock.instant().atZone(zone).toOffsetDateTime().withNano(0);
  }

  private static void tell(SystemdNotify systemd, Supervisor.Sign sign) {
    boolean _ =
        systemd.send(
            switch (sign) {
              case STARTING -> Vitals.EXTEND;
              case READY -> "READY=1";
              case ALIVE -> "WATCHDOG=1";
            });
  }

  /// The program again, with what it needs to be a child: it leaves nothing of its memory on the
  /// disk when it dies, and dies when it runs out of it.
  private static List<String> command(List<String> arguments, Optional<RestartRecord> ended)
      throws IOException {
    String args = System.getProperty("libstation.args");
    if (args == null) {
      throw new IOException("libstation.args is not set: start it by ./station");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + args);
    ended.ifPresent(last -> command.add("-D" + ENDED + "=" + last.code() + " " + last.cause()));
    command.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "org.libstation.wiring.Main"));
    int run = arguments.indexOf("run");
    command.addAll(arguments.subList(0, run + 1));
    command.add("--guarded");
    command.addAll(arguments.subList(run + 1, arguments.size()));
    return command;
  }

  /// Notes that the last supervisor never ended: the power went, or it was killed.
  ///
  /// @return false where it has not: another station runs with this directory, and this one will
  ///   not be let in
  private static boolean cutOff(Path running, RestartLog restarts, OffsetDateTime now) {
    try {
      if (Files.exists(running)) {
        if (isAlive(Files.readString(running))) {
          return false;
        }
        restarts.add(
            new RestartRecord(now, RestartRecord.UNSEEN, "it was cut off: no power, or killed"));
      }
      Files.createDirectories(running.toAbsolutePath().getParent());
      Files.writeString(running, process(ProcessHandle.current()));
    } catch (IOException e) {
      log.warn("restarts cannot be noted: {}", e.getMessage());
    }
    return true;
  }

  /// A process by its number and its beginning: after a start of the machine another has the
  /// number.
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
      log.warn("{}", e.getMessage());
    }
  }

  /// What was noted since the program was started last.
  private static final class Again {
    private final RestartLog restarts;
    private Optional<RestartRecord> told;

    Again(RestartLog restarts) {
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
        log.warn("restarts cannot be read: {}", e.getMessage());
        return Optional.empty();
      }
    }
  }

  /// The child of this moment.
  private static final class Living {
    private volatile @Nullable ProcessChild child;

    ProcessChild start(List<String> command) throws IOException {
      ProcessChild started = ProcessChild.start(command, System.out);
      child = started;
      return started;
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
