package org.libstation.lab.link.simulated;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// One end of a line in memory, for one thread.
///
/// A read that finds nothing first runs the far end. If there is still nothing, it spends the
/// time-out on the manual clock, runs the far end once more, and returns.
public final class LoopLink implements ByteLink {
  private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
  private final Consumer<Duration> spend;
  private LoopLink other = this;
  private Runnable pump = () -> {};
  private boolean closed;

  private LoopLink(Consumer<Duration> spend) {
    this.spend = spend;
  }

  /// The two ends of one line.
  public record LoopLinkPair(LoopLink near, LoopLink far) {}

  /// @param spend passes time on the manual clock while a read waits in vain
  public static LoopLinkPair pair(Consumer<Duration> spend) {
    LoopLink near = new LoopLink(spend);
    LoopLink far = new LoopLink(spend);
    near.other = far;
    far.other = near;
    return new LoopLinkPair(near, far);
  }

  /// Sets the code that runs the far end before each read of this end.
  public void beforeRead(Runnable pump) {
    this.pump = pump;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    pump.run();
    if (arrived.size() == 0 && !timeout.isZero() && !closed) {
      spend.accept(timeout);
      pump.run();
    }
    byte[] there = drain();
    int count = Math.min(there.length, buffer.length);
    if (count == 0 && closed) {
      throw new LinkLostException("the line is cut");
    }
    System.arraycopy(there, 0, buffer, 0, count);
    arrived.write(there, count, there.length - count);
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    if (closed) {
      throw new LinkLostException("the line is cut");
    }
    other.arrived.writeBytes(Arrays.copyOf(bytes, bytes.length));
  }

  /// Returns and removes all bytes that have arrived at this end, without running the far end.
  public byte[] drain() {
    byte[] there = arrived.toByteArray();
    arrived.reset();
    return there;
  }

  /// Closes both ends.
  @Override
  public void close() {
    closed = true;
    other.closed = true;
  }
}
