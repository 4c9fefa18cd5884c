package org.libstation.device.link;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.libstation.device.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that owns a device: steps it until it is closed.
///
/// A step that throws is a bug; it is logged once (again only when another one comes), the thread
/// waits longer each time, and goes on, so that one device's fault never takes the station down.
public final class DeviceThread implements AutoCloseable {
  /// A turn takes at least this long, so that a device which has nothing to do costs nothing.
  public static final Duration SHORTEST_TURN = Duration.ofMillis(5);

  /// A device that has nothing to do is looked at again after this long at the latest.
  public static final Duration LONGEST_REST = Duration.ofMillis(50);

  /// How long closing waits for a step that is under way.
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

  /// How many turns it has made: it goes on, whatever becomes of a step.
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
          LOG.error("device {}: its step failed and will be tried again", device.name(), e);
        }
        pause(wait.toNanos());
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
  }

  /// A command that came meanwhile makes an end of the device's leisure, and of the rest.
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
