package org.libstation.device.link;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// A write that must end: when its time has passed, the link is closed under it.
///
/// Neither a serial port nor a socket has a working write time-out on Linux (jSerialComm issues 155
/// and 335); closing from another thread is what frees a blocked writer.
///
/// One thread looks after all of them, [#TICK] by [#TICK], so that a write which ends in time (all
/// but a few in years) wakes nobody: a driver writes a hundred times a second.
public final class Deadline implements AutoCloseable {
  /// A link is closed so long after its deadline at the latest.
  public static final Duration TICK = Duration.ofMillis(100);

  private static final Set<Deadline> PENDING = ConcurrentHashMap.newKeySet();

  static {
    Thread.ofPlatform().daemon().name("link deadlines").start(Deadline::watch);
  }

  private final long until;
  private final String what;
  private final Runnable closing;
  private volatile boolean passed;

  private Deadline(Duration after, String what, Runnable closing) {
    this.until = System.nanoTime() + after.toNanos();
    this.what = what;
    this.closing = closing;
  }

  /// Starts the wait; [#close()] ends it.
  ///
  /// @param close what frees the writer
  public static Deadline closing(Duration after, String what, Runnable close) {
    Deadline deadline = new Deadline(after, what, close);
    PENDING.add(deadline);
    return deadline;
  }

  /// Whether the time was up before it was closed.
  public boolean passed() {
    return passed;
  }

  @Override
  public void close() {
    PENDING.remove(this);
  }

  private static void watch() {
    while (true) {
      LockSupport.parkNanos(TICK.toNanos());
      long now = System.nanoTime();
      PENDING.removeIf(each -> each.endedAt(now));
    }
  }

  private boolean endedAt(long now) {
    if (now - until < 0) {
      return false;
    }
    passed = true;
    // A thread of its own: a close that hangs must not hold up other links' deadlines.
    Thread.ofPlatform().daemon().name("deadline of " + what).start(closing);
    return true;
  }
}
