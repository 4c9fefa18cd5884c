package org.libstation.device.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.Deadline;
import org.libstation.device.link.LinkLostException;

/// One open serial port, until it is lost.
///
/// Only three signs show that the far end is lost: a read of -1, `bytesAvailable()` of -1, and a
/// write that takes too few bytes. `isOpen()` stays true, and a listener for PORT_DISCONNECTED
/// fires for ever; neither is used.
final class SerialLink implements ByteLink {
  /// Longest time until a close by another thread is noticed.
  private static final long SLICE_NANOS = 100_000_000;

  private static final long IDLE_WAKE_NANOS = 1_000_000;

  private final SerialPort port;
  private final String path;
  private final InputWatch input;
  private volatile boolean closed;

  SerialLink(SerialPort port, String path, InputWatch input) {
    this.port = port;
    this.path = path;
    this.input = input;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    long until = System.nanoTime() + timeout.toNanos();
    boolean woken = false;
    while (true) {
      int there = closed ? -1 : port.bytesAvailable();
      if (there < 0) {
        throw lost("is gone");
      }
      if (there > 0) {
        return taken(buffer, Math.min(there, buffer.length));
      }
      long left = until - System.nanoTime();
      if (left <= 0) {
        return 0;
      }
      if (woken) {
        // Woken without data: whatever the cause, this must not become a busy loop.
        LockSupport.parkNanos(IDLE_WAKE_NANOS);
      }
      woken = input.await(Math.min(left, SLICE_NANOS));
    }
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    if (closed) {
      throw lost("is closed");
    }
    try (Deadline limit = Deadline.closing(deadline, path, this::close)) {
      int written = port.writeBytes(bytes, bytes.length);
      if (written < bytes.length) {
        throw lost(
            limit.passed()
                ? "took no more bytes for " + deadline.toMillis() + " ms"
                : "took " + Math.max(0, written) + " of " + bytes.length + " bytes");
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    port.closePort();
  }

  private int taken(byte[] buffer, int count) throws LinkLostException {
    int read = port.readBytes(buffer, count);
    if (read < 0) {
      throw lost("is gone");
    }
    return read;
  }

  private LinkLostException lost(String why) {
    close();
    return new LinkLostException(path + " " + why);
  }
}
