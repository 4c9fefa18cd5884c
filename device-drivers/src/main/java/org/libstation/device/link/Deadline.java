package org.libstation.device.link;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// A write that must end: when its time has passed, the link is closed under it.
///
/// Neither a serial port nor a socket has a working write time-out on Linux (jSerialComm issues 155
/// and 335); closing from another thread is what frees a blocked writer.
public final class Deadline implements AutoCloseable {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final AtomicBoolean passed = new AtomicBoolean();
  private final ScheduledFuture<?> pending;

  private Deadline(Duration after, String what, Runnable close) {
    this.pending =
        TIMER.schedule(
            () -> {
              passed.set(true);
              // A thread of its own: a close that hangs must not hold up other links' deadlines.
              Thread.ofPlatform().daemon().name("deadline of " + what).start(close);
            },
            after.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /// Starts the wait; [#close()] ends it.
  ///
  /// @param close what frees the writer
  public static Deadline closing(Duration after, String what, Runnable close) {
    return new Deadline(after, what, close);
  }

  /// Whether the time is up.
  public boolean passed() {
    return passed.get();
  }

  @Override
  public void close() {
    pending.cancel(false);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("link deadlines").factory());
    timer.setRemoveOnCancelPolicy(true);
    return timer;
  }
}
