package org.libstation.device.link.file;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.posix.Libc;

/// One open device file, until it is lost.
///
/// No thread ever waits inside a read or a write. A hanging thread would keep a USB printer open,
/// which Linux opens only once (usblp); after a fault nothing could open it again.
final class FileLink implements ByteLink {
  /// Longest time that a close from another thread may wait.
  private static final int SLICE_MILLIS = 100;

  private static final long END_OF_FILE_PAUSE_NANOS = 20_000_000;
  private static final int READ_AT_ONCE = 256;

  /// The request `LPGETSTATUS` (linux/lp.h), which usblp answers by the printer class request *get
  /// port status*.
  private static final long LPGETSTATUS = 0x060B;

  private final Path path;
  private final boolean reads;
  private final int descriptor;
  private final Arena arena = Arena.ofShared();
  private final Libc libc = new Libc(arena);
  private final MemorySegment pollfd = arena.allocate(8, 4);
  private final MemorySegment incoming = arena.allocate(READ_AT_ONCE);
  private final MemorySegment status = arena.allocate(ValueLayout.JAVA_INT);
  private volatile boolean closed;
  private boolean released;

  /// @param reads false for a device that never sends anything
  FileLink(Path path, int descriptor, boolean reads) {
    this.path = path;
    this.descriptor = descriptor;
    this.reads = reads;
  }

  @Override
  public synchronized int read(byte[] buffer, Duration timeout) throws LinkLostException {
    check();
    int events = await(reads ? Libc.POLLIN : 0, (int) timeout.toMillis());
    if ((events & Libc.POLLIN) == 0) {
      return 0;
    }
    int most = Math.min(buffer.length, READ_AT_ONCE);
    Libc.LibcResult result = libc.read(descriptor, incoming, most);
    if (result.value() > 0) {
      MemorySegment.copy(
          incoming, ValueLayout.JAVA_BYTE, 0, buffer, 0, Math.toIntExact(result.value()));
      return (int) result.value();
    }
    if (result.failed() && result.errno() != Libc.EAGAIN && result.errno() != Libc.EINVAL) {
      throw lost("is gone (error " + result.errno() + ")");
    }
    // End of file on a device file only means that no data is there now. Reads from a printer
    // without a return channel always fail (EINVAL).
    LockSupport.parkNanos(Math.min(timeout.toNanos(), END_OF_FILE_PAUSE_NANOS));
    return 0;
  }

  @Override
  public synchronized void write(byte[] bytes, Duration deadline) throws LinkLostException {
    long until = System.nanoTime() + deadline.toNanos();
    try (Arena own = Arena.ofConfined()) {
      MemorySegment all = own.allocateFrom(ValueLayout.JAVA_BYTE, bytes);
      long written = 0;
      while (written < bytes.length) {
        check();
        Libc.LibcResult result =
            libc.write(descriptor, all.asSlice(written), bytes.length - written);
        if (result.value() > 0) {
          written += result.value();
        } else if (result.failed()
            && result.errno() != Libc.EAGAIN
            && result.errno() != Libc.EINTR) {
          throw lost("is gone (error " + result.errno() + ")");
        } else if (System.nanoTime() - until >= 0) {
          throw lost("took no more bytes for " + deadline.toMillis() + " ms");
        } else {
          await(Libc.POLLOUT, SLICE_MILLIS);
        }
      }
    }
  }

  @Override
  public synchronized OptionalInt portStatus() {
    boolean told = !closed && !libc.ioctl(descriptor, LPGETSTATUS, status).failed();
    return told ? OptionalInt.of(status.get(ValueLayout.JAVA_INT, 0) & 0xFF) : OptionalInt.empty();
  }

  @Override
  public void close() {
    closed = true;
    release();
  }

  private synchronized void release() {
    if (!released) {
      released = true;
      libc.close(descriptor);
      arena.close();
    }
  }

  /// Waits for events.
  ///
  /// @return the events that happened; 0 if none did in time
  private int await(int events, int millis) throws LinkLostException {
    Libc.LibcResult result = libc.poll(pollfd, descriptor, (short) events, millis);
    int happened = result.value() > 0 ? Libc.happened(pollfd) : 0;
    if ((happened & (Libc.POLLHUP | Libc.POLLERR)) != 0 && (happened & Libc.POLLIN) == 0) {
      throw lost("is gone");
    }
    return happened;
  }

  private void check() throws LinkLostException {
    if (closed) {
      throw new LinkLostException(path + " is gone");
    }
  }

  private LinkLostException lost(String why) {
    close();
    return new LinkLostException(path + " " + why);
  }
}
