package org.libstation.lab.link;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// A link as slow as a serial line, in both directions: a baud rate and a number of bits for each
/// byte set its speed.
///
/// A pseudo-terminal carries bytes at once, whatever its baud rate. So a simulated serial device
/// must be slowed down.
public final class PacedLink implements ByteLink {
  /// Start bit, 8 data bits, stop bit (8N1); a parity bit adds one.
  public static final int USUAL_BITS = 10;

  private static final Duration SLICE = Duration.ofMillis(4);

  private final ByteLink inner;
  private final long nanosPerByte;
  private final int bytesPerSlice;

  /// Time at which the wire has carried all bytes so far, in each direction. If one pause was too
  /// long, the next is shorter, so that a long frame takes exactly its time on the wire.
  private long readUntil = System.nanoTime();

  private long writtenUntil = readUntil;

  public PacedLink(ByteLink inner, int baud) {
    this(inner, baud, USUAL_BITS);
  }

  /// @param bits bits of each byte on the wire, 9 to 12
  public PacedLink(ByteLink inner, int baud, int bits) {
    if (baud <= 0) {
      throw new IllegalArgumentException("baud must be above 0, not " + baud);
    }
    this.inner = inner;
    this.nanosPerByte = bits * 1_000_000_000L / baud;
    this.bytesPerSlice = (int) Math.max(1, SLICE.toNanos() / nanosPerByte);
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    byte[] slice = new byte[Math.min(bytesPerSlice, buffer.length)];
    int count = inner.read(slice, timeout);
    System.arraycopy(slice, 0, buffer, 0, count);
    if (count > 0) {
      readUntil = after(readUntil, count);
      pause(readUntil);
    }
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    for (int from = 0; from < bytes.length; from += bytesPerSlice) {
      int to = Math.min(bytes.length, from + bytesPerSlice);
      // A byte arrives with its last bit, so the time passes before the bytes are sent.
      writtenUntil = after(writtenUntil, to - from);
      pause(writtenUntil);
      inner.write(Arrays.copyOfRange(bytes, from, to), deadline);
    }
  }

  @Override
  public void close() {
    inner.close();
  }

  /// After an idle time, counting begins now. A line that is more than a slice behind does not
  /// catch up.
  private long after(long until, int count) {
    long now = System.nanoTime();
    boolean busy = now - until < SLICE.toNanos();
    return (busy ? until : now) + count * nanosPerByte;
  }

  private static void pause(long until) {
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.currentThread().isInterrupted()) {
        return;
      }
    }
  }
}
