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

/// Starts the program, and starts it again whenever it ended by itself or hangs.
public final class Supervisor {
  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);

  /// The program's exit statuses that mean something of their own.
  public static final int SETTINGS = 2;

  static final int OUT_OF_MEMORY = 3;

  /// The program ended itself because of a fault that nobody caught.
  public static final int FAULT = 71;

  /// The program ended itself because its start stood still.
  public static final int STOOD_STILL = 73;

  /// A program that is not ready, and did not say for so long that its start goes on, hangs. It
  /// ends itself before ([StartProgress#STILL]), unless nothing of it runs any more.
  static final Duration START_LIMIT = Duration.ofSeconds(90);

  /// One that has not given a beat for so long hangs.
  static final Duration BEAT_LIMIT = Duration.ofSeconds(8);

  /// The program ended in order, and somebody wants it to be started again.
  public static final int WANTED = 72;

  /// As a shell has it: a status above it is this and the signal that ended the program.
  private static final int SIGNALS = 128;

  private static final Duration TURN = Duration.ofSeconds(1);

  /// The world, as the supervisor needs it.
  ///
  /// @param start starts the program
  /// @param monotonic time since some fixed moment
  /// @param wall the time of day
  /// @param alive called at every turn: the supervisor itself goes on
  /// @param superseded another version of the program is in use now, or files that it runs from
  ///   were replaced: it is not started here again, whoever started this supervisor starts it anew
  public record World(
      Starter start,
      Face face,
      RestartLog restarts,
      Supplier<Duration> monotonic,
      Supplier<OffsetDateTime> wall,
      SupervisorPause pause,
      Consumer<LifeSign> alive,
      BooleanSupplier superseded) {}

  @FunctionalInterface
  public interface Starter {
    /// @throws IOException when there is no such program
    Child start() throws IOException;
  }

  /// What patrons see while the program does not run.
  public interface Face {
    void outOfService(Code code);

    void serving();
  }

  @FunctionalInterface
  public interface SupervisorPause {
    /// @return false when it was woken before: everything is to end
    boolean rest(Duration time) throws InterruptedException;
  }

  /// What is told to the supervisor's own supervisor.
  public enum LifeSign {
    /// It is not ready yet, and makes progress.
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

  /// Why the program is no more.
  private sealed interface ProgramEnd {
    record InOrder(int status) implements ProgramEnd {}

    /// It is started again at once, and nothing is wrong.
    record RestartWanted() implements ProgramEnd {}

    record ByItself(Code code, String cause) implements ProgramEnd {}
  }

  /// Runs until the program ends in order, or [#end()] was called.
  ///
  /// @return the program's exit status
  public int run() throws InterruptedException {
    while (true) {
      switch (oneLife()) {
        case ProgramEnd.InOrder(int status) -> {
          return status;
        }
        case ProgramEnd.RestartWanted _ -> {
          if (world.superseded().getAsBoolean()) {
            log.info("another version is in use now: this supervisor ends for it");
            return 0;
          }
          log.info("the program is started again, as somebody wanted");
        }
        case ProgramEnd.ByItself(Code code, String cause) -> {
          if (!again(code, cause) || world.superseded().getAsBoolean()) {
            return 0;
          }
        }
      }
    }
  }

  /// Waits until a program whose settings cannot be says so itself and ends.
  ///
  /// @return false when it came to something else, or did not come to it in time
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
          Code.K41, "it could not be started: " + e.getClass().getSimpleName());
    }
  }

  private ProgramEnd watch(Child running) throws InterruptedException {
    Duration heard = world.monotonic().get();
    Duration limit = START_LIMIT;
    String stuck = "it was not ready";
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
            stuck = "its start stood still at " + step;
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
                ? new ProgramEnd.ByItself(Code.K42, "it did not answer: " + stuck)
                : ended(status, fault);
          }
        }
      }
      if (!killed && !ending && now.minus(heard).compareTo(limit) > 0) {
        log.error("the program did not answer for {} ({}): it is ended", limit, stuck);
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
                ? "signal " + (status - SIGNALS) + " ended it"
                : "it ended with status " + status);
    return switch (status) {
      case OUT_OF_MEMORY -> new ProgramEnd.ByItself(Code.K43, "it ran out of memory");
      case STOOD_STILL -> new ProgramEnd.ByItself(Code.K42, "it did not answer: " + said);
      case SETTINGS -> new ProgramEnd.ByItself(Code.K45, "its settings cannot be");
      default -> new ProgramEnd.ByItself(Code.K41, said);
    };
  }

  /// @return false when everything is to end
  private boolean again(Code code, String cause) throws InterruptedException {
    RestartWait.Wait wait = patience.after(world.monotonic().get());
    Code told = wait.tooOften() ? Code.K44 : code;
    log.error("{} ({}); it is started again in {}", cause, told, wait.time());
    world.face().outOfService(told);
    try {
      world.restarts().add(new RestartRecord(world.wall().get(), told.name(), cause));
    } catch (IOException e) {
      log.warn("the restart cannot be noted: {}", e.getMessage());
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

  /// Ends the program in order, and nothing is started any more.
  public void end() {
    ending = true;
    child.ifPresent(Child::end);
  }
}
