package org.libstation.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that makes one step after another, such as [Outbox#step()] and [Link#step()]. Between
/// steps it rests for the time that the step returned, or until it is woken. If a step throws
/// anything, the loop goes on; only a lack of memory ends the thread.
public final class StepLoop implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StepLoop.class);

  /// Pause after a step that threw an exception.
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /// How long [#close()] waits for the current step.
  private static final Duration CLOSING = Duration.ofSeconds(15);

  private final Supplier<Duration> step;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean wake;
  private boolean closed;
  private String lastFailure = "";

  /// @param step makes one step and returns how long to rest
  public StepLoop(String name, Supplier<Duration> step) {
    this.step = step;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// Makes the next step start at once.
  public void wake() {
    lock.lock();
    try {
      wake = true;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Stops the loop after the current step.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
    if (!thread.isAlive()) {
      return;
    }
    try {
      if (!thread.join(CLOSING)) {
        log.warn("{} did not end within {}", thread.getName(), CLOSING);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean more = true;
    while (more) {
      more = rest(oneStep());
    }
  }

  private Duration oneStep() {
    try {
      Duration rest = step.get();
      lastFailure = "";
      return rest;
    } catch (OutOfMemoryError e) {
      // Other parts may lack memory too, so the program is started again.
      throw e;
    } catch (Throwable e) {
      // Any other fault, even a stack overflow, ends with its step. The same failure is logged
      // once, not every few seconds.
      String failure = String.valueOf(e);
      if (!failure.equals(lastFailure)) {
        lastFailure = failure;
        log.error("{}: a step failed; next try in {}", thread.getName(), AFTER_FAILURE, e);
      }
      return AFTER_FAILURE;
    }
  }

  /// Rests until the time is over, or until a wake or close.
  ///
  /// @return whether to go on
  private boolean rest(Duration time) {
    lock.lock();
    try {
      long left = time.toNanos();
      while (!wake && !closed && left > 0) {
        left = woken.awaitNanos(left);
      }
      wake = false;
      return !closed;
    } catch (InterruptedException _) {
      return false;
    } finally {
      lock.unlock();
    }
  }
}
