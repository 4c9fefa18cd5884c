package org.libstation.device.link;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// The deadline of a write: when its time has passed, the link is closed under it.
///
/// Neither a serial port nor a socket has a working write time-out on Linux (jSerialComm issues 155
/// and 335). Closing from another thread frees a blocked writer.
///
/// One thread checks all deadlines every [#TICK]. Drivers write a hundred times a second, and
/// nearly all writes end in time; such a write wakes no thread.
public final class Deadline implements AutoCloseable {
  /// Interval of checks. A link is closed at most this long after its deadline.
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

  /// Starts the deadline; [#close()] ends it.
  ///
  /// @param after time until the deadline
  /// @param what the link's name, for the name of the closing thread
  /// @param close frees the blocked writer
  public static Deadline closing(Duration after, String what, Runnable close) {
    Deadline deadline = new Deadline(after, what, close);
    PENDING.add(deadline);
    return deadline;
  }

  /// Whether the time was over before [#close()] was called.
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
    // Each close runs in its own thread, because a hanging one must not delay other links'
    // deadlines.
    Thread.ofPlatform().daemon().name("deadline of " + what).start(closing);
    return true;
  }
}
