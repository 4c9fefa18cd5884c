package org.libstation.device.link.input;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.NoRightsException;
import org.libstation.device.link.posix.Libc;

/// One open input device, read as it is and never written to.
///
/// Only the reader is ever inside a call on the descriptor. Closing waits for a read in progress,
/// at most [#LONGEST_WAIT], so that the descriptor's number is not reused for another file
/// meanwhile.
final class InputLink implements ByteLink {
  static final Duration LONGEST_WAIT = Duration.ofMillis(100);

  /// Longest report of HID (linux/hid.h, HID_MAX_BUFFER_SIZE), in bytes.
  private static final int MOST = 16_384;

  /// Pause after end of file, which only means that no data is there now.
  private static final Duration END_OF_FILE_PAUSE = Duration.ofMillis(20);

  private final String path;
  private final boolean framed;
  private final Arena arena = Arena.ofShared();
  private final Libc libc = new Libc(arena);
  private final MemorySegment pollfd = arena.allocate(8, 4);
  private final MemorySegment room = arena.allocate(MOST);
  private final Object lock = new Object();
  private final int fd;
  private byte[] rest = new byte[0];
  private boolean closed;

  /// Opens the device.
  ///
  /// @param framed whether to put the length before each piece (two bytes, low byte first), for a
  ///   device that gives one report per read
  InputLink(String path, boolean framed) throws LinkLostException {
    if (Files.isRegularFile(Path.of(path))) {
      throw new LinkLostException(path + " is a plain file, and no keyboard or scanner");
    }
    this.path = path;
    this.framed = framed;
    Libc.LibcResult opened = libc.openReading(path);
    if (opened.failed()) {
      arena.close();
      throw refused(path, opened.errno());
    }
    this.fd = (int) opened.value();
  }

  private static LinkLostException refused(String path, int error) {
    return switch (error) {
      case Libc.EACCES, Libc.EPERM -> NoRightsException.of(Path.of(path));
      case Libc.ENOENT ->
          new LinkLostException(path + " is not there: is it plugged in and switched on?");
      default -> new LinkLostException(path + " could not be opened (error " + error + ")");
    };
  }

  /// Sends the device a control request. For its opener only, before anything is read.
  Libc.LibcResult ioctl(long request, MemorySegment argument) {
    return libc.ioctl(fd, request, argument);
  }

  MemorySegment allocate(long bytes) {
    return arena.allocate(bytes);
  }

  /// Queues bytes that are read before all data of the device.
  void ahead(byte[] piece) {
    rest = joined(rest, framed ? withLength(piece) : piece);
  }

  @Override
  public int read(byte[] buffer, Duration timeout) throws LinkLostException {
    synchronized (lock) {
      if (closed) {
        throw new LinkLostException(path + " was closed");
      }
      if (rest.length == 0) {
        byte[] came = next(timeout);
        rest = framed && came.length > 0 ? withLength(came) : came;
      }
      int count = Math.min(rest.length, buffer.length);
      System.arraycopy(rest, 0, buffer, 0, count);
      byte[] left = Arrays.copyOfRange(rest, count, rest.length);
      // The scanned data may be a patron's card.
      Arrays.fill(rest, (byte) 0);
      rest = left;
      return count;
    }
  }

  private byte[] next(Duration timeout) throws LinkLostException {
    Duration wait = timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT;
    Libc.LibcResult ready = libc.poll(pollfd, fd, Libc.POLLIN, (int) wait.toMillis());
    if (ready.value() <= 0) {
      return new byte[0];
    }
    Libc.LibcResult read = libc.read(fd, room, MOST);
    if (read.failed() && read.errno() != Libc.EAGAIN && read.errno() != Libc.EINTR) {
      throw new LinkLostException(path + " was unplugged (error " + read.errno() + ")");
    }
    if (read.value() <= 0) {
      if ((Libc.happened(pollfd) & (Libc.POLLHUP | Libc.POLLERR)) != 0) {
        throw new LinkLostException(path + " was unplugged");
      }
      LockSupport.parkNanos(
          (wait.compareTo(END_OF_FILE_PAUSE) < 0 ? wait : END_OF_FILE_PAUSE).toNanos());
      return new byte[0];
    }
    MemorySegment came = room.asSlice(0, read.value());
    byte[] bytes = came.toArray(ValueLayout.JAVA_BYTE);
    came.fill((byte) 0);
    return bytes;
  }

  private static byte[] withLength(byte[] piece) {
    return ByteBuffer.allocate(2 + piece.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) piece.length)
        .put(piece)
        .array();
  }

  private static byte[] joined(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  @Override
  public void write(byte[] bytes, Duration deadline) throws LinkLostException {
    throw new LinkLostException(path + " is only read");
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (!closed) {
        closed = true;
        libc.close(fd);
        Arrays.fill(rest, (byte) 0);
        arena.close();
      }
    }
  }
}
