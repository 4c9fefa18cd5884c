package org.libstation.device.link.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.Deadline;
import org.libstation.device.link.LinkLostException;

/// One open device file, until it is lost.
///
/// A read of a device file has no time-out, so a daemon thread reads ahead into a bounded queue.
final class FileLink implements ByteLink {
  /// How many pieces are read ahead before the reader waits.
  private static final int READ_AHEAD = 64;

  private static final long END_OF_FILE_PAUSE_NANOS = 20_000_000;

  private final Path path;
  private final RandomAccessFile file;
  private final BlockingQueue<byte[]> arrived = new ArrayBlockingQueue<>(READ_AHEAD);
  private byte[] rest = new byte[0];
  private volatile boolean lost;

  /// @param reads false for a device that never says anything
  FileLink(Path path, RandomAccessFile file, boolean reads) {
    this.path = path;
    this.file = file;
    if (reads) {
      Thread.ofPlatform().daemon().name("reader of " + path).start(this::readAhead);
    }
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    if (rest.length == 0) {
      byte @Nullable [] next = next(timeout);
      if (next == null) {
        if (lost) {
          throw new LinkLostException(path + " is gone");
        }
        return 0;
      }
      rest = next;
    }
    int count = Math.min(rest.length, buffer.length);
    System.arraycopy(rest, 0, buffer, 0, count);
    rest = Arrays.copyOfRange(rest, count, rest.length);
    return count;
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    try (Deadline limit = Deadline.closing(deadline, path.toString(), this::close)) {
      file.write(bytes);
      if (limit.passed()) {
        throw new IOException("took no more bytes for " + deadline.toMillis() + " ms");
      }
    } catch (IOException e) {
      close();
      throw new LinkLostException(path + ": " + e.getMessage());
    }
  }

  @Override
  public void close() {
    lost = true;
    try {
      file.close();
    } catch (IOException _) {
      // It is given up either way.
    }
  }

  private byte @Nullable [] next(Duration timeout) {
    try {
      // A closed link wakes nobody here; the wait is short by contract.
      return arrived.poll(lost ? 0 : timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void readAhead() {
    byte[] buffer = new byte[256];
    try {
      while (!lost) {
        int count = file.read(buffer);
        if (count > 0) {
          arrived.put(Arrays.copyOf(buffer, count));
        } else {
          // The end of a device file only means that nothing is there now.
          LockSupport.parkNanos(END_OF_FILE_PAUSE_NANOS);
        }
      }
    } catch (IOException _) {
      lost = true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
