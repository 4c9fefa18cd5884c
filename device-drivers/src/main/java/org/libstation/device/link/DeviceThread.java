package org.libstation.device.link;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.libstation.device.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that owns a device and steps it until it is closed.
///
/// A step that throws is a bug. The exception is logged once, and again only if it differs from the
/// last one. The thread then waits, longer each time, and goes on. One device's fault never stops
/// the station.
public final class DeviceThread implements AutoCloseable {
  /// Shortest time of a turn, so that an idle device costs next to nothing.
  public static final Duration SHORTEST_TURN = Duration.ofMillis(5);

  /// Longest time until an idle device is stepped again.
  public static final Duration LONGEST_REST = Duration.ofMillis(50);

  /// How long closing waits for a step in progress.
  public static final Duration STOP_LIMIT = Duration.ofSeconds(3);

  private static final Duration FIRST_WAIT = Duration.ofMillis(100);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(DeviceThread.class);

  private final Device device;
  private final Thread thread;
  private final AtomicLong turns = new AtomicLong();
  private volatile boolean stopped;

  private DeviceThread(Device device) {
    this.device = device;
    this.thread = Thread.ofPlatform().name("device " + device.name()).daemon().unstarted(this::run);
  }

  /// Starts the device's thread.
  public static DeviceThread start(Device device) {
    DeviceThread owner = new DeviceThread(device);
    owner.thread.start();
    return owner;
  }

  /// Number of turns so far. It grows also when a step fails.
  public long turns() {
    return turns.get();
  }

  public Device device() {
    return device;
  }

  /// Ends the thread and closes the device's link.
  @Override
  public void close() {
    stopped = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    try {
      thread.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    device.close();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    @Nullable String lastFault = null;
    Duration wait = FIRST_WAIT;
    while (!stopped) {
      long begun = System.nanoTime();
      turns.incrementAndGet();
      try {
        device.step();
        wait = FIRST_WAIT;
        rest(begun);
      } catch (RuntimeException e) {
        String fault = e.toString();
        if (!Objects.equals(fault, lastFault)) {
          lastFault = fault;
          LOG.error("device {}: a step failed; the station tries again", device.name(), e);
        }
        pause(wait.toNanos());
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
  }

  /// Rests until the turn is over and the device has work. A command that arrives meanwhile ends
  /// the device's leisure, and so the rest.
  private void rest(long begun) {
    long turn = begun + SHORTEST_TURN.toNanos();
    long latest = System.nanoTime() + LONGEST_REST.toNanos();
    while (!stopped) {
      long now = System.nanoTime();
      long leisure = Math.min(device.leisure().toNanos(), latest - now);
      long left = Math.max(turn - now, leisure);
      if (left <= 0) {
        return;
      }
      LockSupport.parkNanos(left);
    }
  }

  private void pause(long nanos) {
    long until = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !stopped; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
