package org.libstation.process;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libstation.flow.state.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the program, and starts it again whenever it ends unexpectedly or hangs.
public final class Supervisor {
  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

  /// Exit status of a program whose settings are not valid.
  public static final int SETTINGS = 2;

  static final int OUT_OF_MEMORY = 3;

  /// Exit status of a program that ended because of an uncaught fault.
  public static final int FAULT = 71;

  /// Exit status of a program that ended because its start made no progress.
  public static final int STOOD_STILL = 73;

  /// Longest time between progress reports of a start; after it the program counts as hung. The
  /// program normally ends itself earlier ([StartProgress#STILL]), unless no part of it runs any
  /// more.
  static final Duration START_LIMIT = Duration.ofSeconds(90);

  /// Longest time between heartbeats; after it the program counts as hung.
  static final Duration BEAT_LIMIT = Duration.ofSeconds(8);

  /// Exit status of a program that ended in order to be started again.
  public static final int WANTED = 72;

  /// Exit statuses above this mean, as in a shell, a signal: subtract it to get the number.
  private static final int SIGNALS = 128;

  private static final Duration TURN = Duration.ofSeconds(1);

  /// What the supervisor uses of its surroundings.
  ///
  /// @param start starts the program
  /// @param monotonic monotonic time
  /// @param wall time of day
  /// @param alive called regularly while the supervisor works
  /// @param superseded whether another version is installed, or files of the running program were
  ///   replaced; this supervisor then ends and must be started anew from outside
  public record World(
      Starter start,
      Face face,
      RestartLog restarts,
      Supplier<Duration> monotonic,
      Supplier<OffsetDateTime> wall,
      SupervisorPause pause,
      Consumer<LifeSign> alive,
      BooleanSupplier superseded) {}

  /// Starts the program.
  @FunctionalInterface
  public interface Starter {
    /// @throws IOException if there is no such program
    Child start() throws IOException;
  }

  /// What patrons see while the program does not run.
  public interface Face {
    void outOfService(Code code);

    void serving();
  }

  /// Waits between two checks.
  @FunctionalInterface
  public interface SupervisorPause {
    /// @return false if it was woken early because everything must end
    boolean rest(Duration time) throws InterruptedException;
  }

  /// What the supervisor reports to the service manager that supervises it.
  public enum LifeSign {
    /// The program is not ready yet, but makes progress.
    STARTING,
    READY,
    ALIVE
  }

  private final World world;
  private final RestartWait patience = new RestartWait();
  private volatile boolean ending;
  private boolean served;
  private volatile Optional<Child> child = Optional.empty();

  public Supervisor(World world) {
    this.world = world;
  }

  /// How the program ended.
  private sealed interface ProgramEnd {
    /// The program ended in order.
    record InOrder(int status) implements ProgramEnd {}

    /// It wants to be started again at once; nothing is wrong.
    record RestartWanted() implements ProgramEnd {}

    /// The program ended unexpectedly.
    record ByItself(Code code, String cause) implements ProgramEnd {}
  }

  /// Runs until the program ends in order, or [#end()] is called.
  ///
  /// @return exit status of the program
  public int run() throws InterruptedException {
    while (true) {
      switch (oneLife()) {
        case ProgramEnd.InOrder(int status) -> {
          return status;
        }
        case ProgramEnd.RestartWanted _ -> {
          if (world.superseded().getAsBoolean()) {
            log.info("another version of the program is in use now; this supervisor ends");
            return 0;
          }
          log.info("a restart was requested; the supervisor starts the program again");
        }
        case ProgramEnd.ByItself(Code code, String cause) -> {
          if (!again(code, cause) || world.superseded().getAsBoolean()) {
            return 0;
          }
        }
      }
    }
  }

  /// Waits until a program with invalid settings reports them and ends.
  ///
  /// @return false if it did anything else, or did not end in time
  public static boolean refused(Child child) throws InterruptedException {
    while (true) {
      Optional<Child.ChildNote> note = child.next(START_LIMIT);
      if (note.isEmpty() || note.get() instanceof Child.ChildNote.ReadyNote) {
        return false;
      }
      if (note.get() instanceof Child.ChildNote.Ended(int status)) {
        return status == SETTINGS;
      }
    }
  }

  private ProgramEnd oneLife() throws InterruptedException {
    try {
      Child started = world.start().start();
      child = Optional.of(started);
      if (ending) {
        started.end();
      }
      return watch(started);
    } catch (IOException e) {
      log.warn("the station cannot be started: {}", e.getMessage());
      return new ProgramEnd.ByItself(
          Code.K41, "the program could not be started: " + e.getClass().getSimpleName());
    }
  }

  private ProgramEnd watch(Child running) throws InterruptedException {
    Duration heard = world.monotonic().get();
    Duration limit = START_LIMIT;
    String stuck = "not ready yet";
    Optional<String> fault = Optional.empty();
    boolean killed = false;
    while (true) {
      Optional<Child.ChildNote> note = running.next(TURN);
      world.alive().accept(LifeSign.ALIVE);
      Duration now = world.monotonic().get();
      if (note.isPresent()) {
        switch (note.get()) {
          case Child.ChildNote.Starting(String step) -> {
            heard = now;
            stuck = "its start made no progress at " + step;
            world.alive().accept(LifeSign.STARTING);
          }
          case Child.ChildNote.ReadyNote _ -> {
            heard = now;
            limit = BEAT_LIMIT;
            stuck = "no heartbeat";
            served = true;
            world.face().serving();
            world.alive().accept(LifeSign.READY);
          }
          case Child.ChildNote.Beat _ -> {
            heard = now;
            stuck = "no heartbeat";
          }
          case Child.ChildNote.Stuck(String part) -> stuck = part;
          case Child.ChildNote.ChildFault(String cause) -> fault = Optional.of(cause);
          case Child.ChildNote.Ended(int status) -> {
            return killed
                ? new ProgramEnd.ByItself(Code.K42, "the program did not answer: " + stuck)
                : ended(status, fault);
          }
        }
      }
      if (!killed && !ending && now.minus(heard).compareTo(limit) > 0) {
        log.error("the program did not answer for {} ({}); the supervisor kills it", limit, stuck);
        killed = true;
        running.kill();
      }
    }
  }

  private ProgramEnd ended(int status, Optional<String> fault) {
    if (status == 0 || ending || (status == SETTINGS && !served)) {
      return new ProgramEnd.InOrder(status);
    }
    if (status == WANTED) {
      return new ProgramEnd.RestartWanted();
    }
    String said =
        fault.orElse(
            status > SIGNALS
                ? "signal " + (status - SIGNALS) + " ended the program"
                : "the program ended with status " + status);
    return switch (status) {
      case OUT_OF_MEMORY -> new ProgramEnd.ByItself(Code.K43, "the program ran out of memory");
      case STOOD_STILL -> new ProgramEnd.ByItself(Code.K42, "the program did not answer: " + said);
      case SETTINGS -> new ProgramEnd.ByItself(Code.K45, "its settings cannot be used");
      default -> new ProgramEnd.ByItself(Code.K41, said);
    };
  }

  /// Records the end and waits before the next start.
  ///
  /// @return false if everything must end
  private boolean again(Code code, String cause) throws InterruptedException {
    RestartWait.Wait wait = patience.after(world.monotonic().get());
    Code told = wait.tooOften() ? Code.K44 : code;
    log.error("{} ({}); the supervisor starts the program again in {}", cause, told, wait.time());
    world.face().outOfService(told);
    try {
      world.restarts().add(new RestartRecord(world.wall().get(), told.name(), cause));
    } catch (IOException e) {
      log.warn("cannot write this restart to the restart log: {}", e.getMessage());
    }
    Duration until = world.monotonic().get().plus(wait.time());
    while (!ending && world.monotonic().get().compareTo(until) < 0) {
      world.alive().accept(LifeSign.ALIVE);
      if (!world.pause().rest(TURN)) {
        return false;
      }
    }
    return !ending;
  }

  /// Ends the program in order, and starts nothing any more.
  public void end() {
    ending = true;
    child.ifPresent(Child::end);
  }
}
