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

/// Steps the flow, the only place that does: one event after the other, each preceded by a clock
/// tick.
///
/// [#start()] runs the loop in its own thread, with ticks. A test or simulation calls [#tick()] and
/// [#drain()] instead.
public final class FlowLoop implements AutoCloseable {
  /// Limit of waiting events for keys and readings; further ones are refused.
  public static final int MOST_WAITING = 1_000;

  /// Limit of all waiting events, answers included. Each effect has one answer and the flow's rows
  /// are limited, so this many wait only if the loop hangs. Then the watchdog that counts its turns
  /// restarts the station, and the state on disk counts.
  public static final int MOST_ANSWERS = 10_000;

  /// Limit of waiting events for readings, so that keys always have room.
  public static final int MOST_READINGS = 500;

  /// The screens are updated after at most this many events, even if more wait.
  static final int MOST_AT_ONCE = 100;

  /// Interval of clock ticks when nothing else happens.
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

  /// @param runner carries out an effect; must return at once and must not throw
  /// @param screens takes each new state; the loop's thread calls it
  public FlowLoop(
      Flow flow, StationClock clock, Consumer<Effect> runner, Consumer<FlowState> screens) {
    this.flow = flow;
    this.clock = clock;
    this.runner = runner;
    this.screens = screens;
    this.state = FlowState.initial(flow.settings(), clock.now());
    this.thread = Thread.ofPlatform().name("flow").daemon().unstarted(this::run);
  }

  /// Counts the turns of the loop's thread. The count grows even while nothing happens.
  public long turns() {
    return turns.get();
  }

  /// The state after the last event.
  public FlowState state() {
    return state;
  }

  /// Offers a key or a reading. Any thread may call this.
  ///
  /// @return false if too many events wait and this one was refused
  public boolean offer(FlowEvent event) {
    if (waiting.get() >= MOST_WAITING) {
      return false;
    }
    answer(event);
    return true;
  }

  /// Offers what a device read or saw. Such events may come in excess.
  ///
  /// @return false if too many events wait; then this one is dropped and counted
  public boolean offerReading(FlowEvent event) {
    if (waiting.get() < MOST_READINGS) {
      answer(event);
      return true;
    }
    if (dropped.incrementAndGet() == 1) {
      LOG.warn(
          "readings come faster than the flow takes them: {} wait, and new ones are dropped",
          MOST_READINGS);
    }
    return false;
  }

  /// Number of readings dropped so far.
  long dropped() {
    return dropped.get();
  }

  /// Number of answers dropped so far.
  long unheard() {
    return unheard.get();
  }

  /// Takes the answer to an effect, or a change of the station. Any thread may call this. No answer
  /// is lost while the loop runs.
  public void answer(FlowEvent event) {
    if (waiting.incrementAndGet() > MOST_ANSWERS) {
      waiting.decrementAndGet();
      if (unheard.incrementAndGet() == 1) {
        LOG.error(
            "the flow does not respond: {} answers wait, and new ones are dropped", MOST_ANSWERS);
      }
      return;
    }
    synchronized (progress) {
      offered++;
    }
    inbox.add(event);
    bell.release();
  }

  /// Waits until every event offered so far has been handled.
  ///
  /// @return false after a timeout
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

  /// Sends the flow one clock tick.
  public void tick() {
    step(new FlowEvent.Tick(clock.now()));
    screens.accept(state);
  }

  /// Handles all waiting events, and those that arrive meanwhile.
  ///
  /// @return the number of events handled
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
        // The remaining events follow once the screens have this state.
        bell.release();
        break;
      }
    }
    if (taken > 0) {
      screens.accept(state);
    }
    return taken;
  }

  /// Steps the flow by a clock tick, then by the event. A fault in the tick does not lose the
  /// event.
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
        // A bug: the event that caused it is lost, and the station continues with the previous
        // state.
        LOG.error("the flow failed; the event that it handled was dropped", e);
        if (faults.tooMany(System.nanoTime())) {
          throw new IllegalStateException("the flow failed too often", e);
        }
      }
    }
  }

  /// Ends the thread; waits for the event being handled, for a few seconds at most.
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
