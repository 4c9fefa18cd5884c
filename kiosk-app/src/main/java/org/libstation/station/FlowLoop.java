package org.libstation.station;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.libstation.circulation.StationClock;
import org.libstation.flow.Flow;
import org.libstation.flow.state.Effect;
import org.libstation.flow.state.FlowEvent;
import org.libstation.flow.state.FlowState;
import org.libstation.flow.state.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where the flow is stepped: one event after the other, each after the clock's word.
///
/// With [#start()] one thread does it and ticks on its own; without it a test or a simulation calls
/// [#tick()] and [#drain()].
public final class FlowLoop implements AutoCloseable {
  /// Keys and readings waiting at most; more are not taken.
  public static final int MOST_WAITING = 1_000;

  /// Answers, and all else, waiting at most. There is one answer for each effect, and the flow's
  /// rows are limited: so many wait only where the loop does not turn any more, and the guard that
  /// counts its turns starts the station again. Then what is on disk says how things stand.
  public static final int MOST_ANSWERS = 10_000;

  /// Readings waiting at most, so that keys always have room.
  public static final int MOST_READINGS = 500;

  /// After so many events the screens see the state, however many more wait.
  static final int MOST_AT_ONCE = 100;

  /// How often the clock's word is given when nothing else happens.
  public static final Duration TICK = Duration.ofMillis(250);

  private static final Duration STOP_LIMIT = Duration.ofSeconds(3);
  private static final Logger LOG = LoggerFactory.getLogger(FlowLoop.class);

  private final Flow flow;
  private final StationClock clock;
  private final Consumer<Effect> runner;
  private final Consumer<FlowState> screens;
  private final Queue<FlowEvent> inbox = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLong unheard = new AtomicLong();
  private final Object progress = new Object();
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread;
  private volatile FlowState state;
  private final AtomicLong turns = new AtomicLong();
  private final FlowFaults faults = new FlowFaults();
  private volatile boolean stopped;

  // Guarded by progress.
  private long offered;
  private long handled;

  /// @param runner carries an effect out; must return at once and must not throw
  /// @param screens is given each new state; called by the loop's thread
  public FlowLoop(
      Flow flow, StationClock clock, Consumer<Effect> runner, Consumer<FlowState> screens) {
    this.flow = flow;
    this.clock = clock;
    this.runner = runner;
    this.screens = screens;
    this.state = FlowState.initial(flow.settings(), clock.now());
    this.thread = Thread.ofPlatform().name("flow").daemon().unstarted(this::run);
  }

  /// How many turns its thread has made: it goes on while nothing happens, too.
  public long turns() {
    return turns.get();
  }

  /// The state after the last event.
  public FlowState state() {
    return state;
  }

  /// A key or a reading. May be called by any thread.
  ///
  /// @return false when too many wait: then it is not taken
  public boolean offer(FlowEvent event) {
    if (waiting.get() >= MOST_WAITING) {
      return false;
    }
    answer(event);
    return true;
  }

  /// What a device read or saw, of which there may be too much.
  ///
  /// @return false when too many wait: then it is not taken, and counted
  public boolean offerReading(FlowEvent event) {
    if (waiting.get() < MOST_READINGS) {
      answer(event);
      return true;
    }
    if (dropped.incrementAndGet() == 1) {
      LOG.warn(
          "more is read than can be taken: {} wait, and what comes now is dropped", MOST_READINGS);
    }
    return false;
  }

  /// How many readings were not taken so far.
  long dropped() {
    return dropped.get();
  }

  /// How many answers were not taken so far.
  long unheard() {
    return unheard.get();
  }

  /// The answer to an effect, or a change of the station: never lost while the loop turns. May be
  /// called by any thread.
  public void answer(FlowEvent event) {
    if (waiting.incrementAndGet() > MOST_ANSWERS) {
      waiting.decrementAndGet();
      if (unheard.incrementAndGet() == 1) {
        LOG.error("the flow hears nothing: {} answers wait, and no more are taken", MOST_ANSWERS);
      }
      return;
    }
    synchronized (progress) {
      offered++;
    }
    inbox.add(event);
    bell.release();
  }

  /// Waits until everything that was offered before has been handled.
  ///
  /// @return false when it took longer
  public boolean caughtUp(Duration within) throws InterruptedException {
    long end = System.nanoTime() + within.toNanos();
    synchronized (progress) {
      long all = offered;
      long left = within.toMillis();
      while (handled < all && left > 0) {
        progress.wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
      return handled >= all;
    }
  }

  /// Gives the flow the clock's word now.
  public void tick() {
    step(new FlowEvent.Tick(clock.now()));
    screens.accept(state);
  }

  /// Takes everything that waits, and what comes of it meanwhile.
  ///
  /// @return how many events were taken
  public int drain() {
    return drain(Integer.MAX_VALUE);
  }

  private int drain(int most) {
    int taken = 0;
    for (FlowEvent event = inbox.poll(); event != null; event = inbox.poll()) {
      waiting.decrementAndGet();
      try {
        timely(event);
      } finally {
        synchronized (progress) {
          handled++;
          progress.notifyAll();
        }
      }
      taken++;
      if (taken == most) {
        // The rest has its turn when the screens have seen this.
        bell.release();
        break;
      }
    }
    if (taken > 0) {
      screens.accept(state);
    }
    return taken;
  }

  /// After the clock's word: a fault in that costs no event.
  private void timely(FlowEvent event) {
    try {
      step(new FlowEvent.Tick(clock.now()));
    } catch (RuntimeException e) {
      step(event);
      throw e;
    }
    step(event);
  }

  private void step(FlowEvent event) {
    Step step = flow.step(state, event);
    state = step.state();
    step.effects().forEach(runner);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    while (!stopped) {
      turns.incrementAndGet();
      try {
        boolean rung = bell.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
        if (!rung || drain(MOST_AT_ONCE) == 0) {
          tick();
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // A bug: the event that met it is gone, the station goes on with the state before it.
        LOG.error("the flow met a fault; what it was at was dropped", e);
        if (faults.tooMany(System.nanoTime())) {
          throw new IllegalStateException("the flow met faults again and again", e);
        }
      }
    }
  }

  /// Ends the thread; waits for the event under way.
  @Override
  public void close() {
    stopped = true;
    bell.release();
    if (!thread.isAlive()) {
      return;
    }
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
