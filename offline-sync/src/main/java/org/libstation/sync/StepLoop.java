package org.libstation.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that makes one step after another and rests as long as each step says, or until it is
/// woken. For [Outbox#step()] and [Link#step()]. A step that fails, whatever it throws, is followed
/// by the next one; only a lack of memory ends the thread.
public final class StepLoop implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(StepLoop.class);

  /// How long it rests after a step that threw.
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  /// How long [#close()] waits for the step that is under way.
  private static final Duration CLOSING = Duration.ofSeconds(15);

  private final Supplier<Duration> step;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private boolean wake;
  private boolean closed;
  private String lastFailure = "";

  /// @param name of the thread
  public StepLoop(String name, Supplier<Duration> step) {
    this.step = step;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  /// Makes the next step at once.
  public void wake() {
    lock.lock();
    try {
      wake = true;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Stops after the step that is under way.
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
      // Nobody knows what else lacks it: the program is started again.
      throw e;
    } catch (Throwable e) {
      // Whatever a step met, a stack that overflowed too, is over with it. The same failure is
      // logged
      // once, not every few seconds.
      String failure = String.valueOf(e);
      if (!failure.equals(lastFailure)) {
        lastFailure = failure;
        log.error("{}: a step failed, going on in {}", thread.getName(), AFTER_FAILURE, e);
      }
      return AFTER_FAILURE;
    }
  }

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
