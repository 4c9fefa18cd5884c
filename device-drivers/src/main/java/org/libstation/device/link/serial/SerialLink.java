package org.libstation.device.link.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.Deadline;
import org.libstation.device.link.LinkLostException;

/// One open serial port, until it is lost.
///
/// A far end that has gone shows in three ways only: a read of -1, `bytesAvailable()` of -1, and a
/// write that takes fewer bytes than it was given. `isOpen()` stays true, and a listener for
/// PORT_DISCONNECTED fires for ever; neither is used.
final class SerialLink implements ByteLink {
  /// The system counts the waits of a serial read in tenths of a second.
  static final int READ_SLICE_MILLIS = 100;

  private static final long SHORT_WAIT_NANOS = 1_000_000;

  private final SerialPort port;
  private final String path;
  private volatile boolean closed;

  SerialLink(SerialPort port, String path) {
    this.port = port;
    this.path = path;
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    long until = System.nanoTime() + timeout.toNanos();
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
      // A wait of one slice has lost some microseconds by now, and is one all the same.
      if (left > READ_SLICE_MILLIS * 1_000_000L - SHORT_WAIT_NANOS) {
        int count = taken(buffer, buffer.length);
        if (count > 0) {
          return count;
        }
      } else {
        LockSupport.parkNanos(Math.min(left, SHORT_WAIT_NANOS));
      }
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
