package org.libstation.lab.link;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;

/// A link as slow as a serial line: so many bits a byte at a given baud rate, both ways.
///
/// A pseudo-terminal carries bytes at once whatever its baud rate says, so a far end that plays a
/// serial device must be paced.
public final class PacedLink implements ByteLink {
  /// Start bit, 8 data bits, stop bit (8N1); with a parity bit it is one more.
  public static final int USUAL_BITS = 10;

  private static final Duration SLICE = Duration.ofMillis(4);

  private final ByteLink inner;
  private final long nanosPerByte;
  private final int bytesPerSlice;

  /// Until when the bytes so far take on the wire, each way: what one pause was too long, the next
  /// is shorter, so that a long frame takes what the wire takes.
  private long readUntil = System.nanoTime();

  private long writtenUntil = readUntil;

  public PacedLink(ByteLink inner, int baud) {
    this(inner, baud, USUAL_BITS);
  }

  /// @param bits each byte takes on the wire, 9 to 12
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
      // A byte is there when its last bit is: first the time, then the bytes.
      writtenUntil = after(writtenUntil, to - from);
      pause(writtenUntil);
      inner.write(Arrays.copyOfRange(bytes, from, to), deadline);
    }
  }

  @Override
  public void close() {
    inner.close();
  }

  /// A line that was idle begins now; one that is a slice behind is not hurried.
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
