package org.libstation.lab.link.pty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.libstation.device.link.ByteLink;
import org.libstation.device.link.LinkLostException;
import org.libstation.device.link.posix.Libc;

/// A pseudo-terminal. Its near end is a serial port of this computer; its far end belongs to the
/// laboratory.
///
/// A driver opens [#slavePath()]; a twin reads and writes [#master()]. Closing it acts like pulling
/// the plug: the driver's next read fails.
public final class Pty implements AutoCloseable {
  private static final String SERIAL_GROUP = "dialout";
  private static final Set<PosixFilePermission> SHARED =
      PosixFilePermissions.fromString("rw-rw----");

  private final int master;
  private final int slave;
  private final String slavePath;
  private final Object lock = new Object();
  private final ByteLink masterLink = new MasterLink();
  private @Nullable Path link;
  private boolean closed;

  private Pty(int master, int slave, String slavePath) {
    this.master = master;
    this.slave = slave;
    this.slavePath = slavePath;
  }

  /// Opens a new pair, raw in both directions.
  ///
  /// @throws IllegalStateException if the system provides none; the message has its error number
  public static Pty open() {
    try (Arena arena = Arena.ofConfined()) {
      Libc libc = new Libc(arena);
      PtyCalls calls = new PtyCalls(arena, libc);
      int master = (int) good("posix_openpt", calls.openMaster());
      try {
        good("grantpt", calls.grant(master));
        good("unlockpt", calls.unlock(master));
        String path = calls.slaveName(master);
        share(Path.of(path));
        // The slave end stays open, so that raw mode stays set while drivers come and go, as on a
        // real wire.
        int slave = (int) good("open " + path, libc.open(path, 0));
        good("tcsetattr", calls.makeRaw(slave));
        return new Pty(master, slave, path);
      } catch (RuntimeException e) {
        libc.close(master);
        throw e;
      }
    }
  }

  /// Lets the group of the port read and write it, as with a real serial line, because a station
  /// may run as another user. The group is `dialout` if this user may set it, as root may.
  /// Otherwise it stays the group of terminals (`tty`). The station's user is in both.
  private static void share(Path port) {
    try {
      PosixFileAttributeView rights =
          Files.getFileAttributeView(port, PosixFileAttributeView.class);
      try {
        rights.setGroup(
            port.getFileSystem()
                .getUserPrincipalLookupService()
                .lookupPrincipalByGroupName(SERIAL_GROUP));
      } catch (IOException _) {
        // The group of terminals stays.
      }
      rights.setPermissions(SHARED);
    } catch (IOException _) {
      // A station of the same user can open the port nevertheless.
    }
  }

  /// The serial port that a driver opens, such as `/dev/pts/7`.
  public String slavePath() {
    return slavePath;
  }

  /// The far end.
  public ByteLink master() {
    return masterLink;
  }

  /// Makes a permanent name for this pair, as `/dev/serial/by-id/…` is, in place of an earlier link
  /// of that name. Closing the pair removes the name.
  public void linkTo(Path name) {
    try {
      Path fresh = name.resolveSibling(name.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Path.of(slavePath));
      Files.move(fresh, name, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      link = name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Pulls the plug; the same as closing.
  public void unplug() {
    close();
  }

  @Override
  public void close() {
    synchronized (lock) {
      if (closed) {
        return;
      }
      closed = true;
      // Never closed while another thread is inside a call on it. Closing a descriptor under a
      // blocked read does not hang up the slave, and its number may be reused.
      try (Arena arena = Arena.ofConfined()) {
        Libc libc = new Libc(arena);
        libc.close(slave);
        libc.close(master);
      }
    }
    removeLink();
  }

  private void removeLink() {
    Path name = link;
    try {
      if (name != null
          && Files.isSymbolicLink(name)
          && Files.readSymbolicLink(name).equals(Path.of(slavePath))) {
        Files.delete(name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long good(String what, Libc.LibcResult result) {
    if (result.failed()) {
      throw new IllegalStateException(what + " failed with error " + result.errno());
    }
    return result.value();
  }

  /// Reads and writes by short polls, each under the lock that closing takes.
  private final class MasterLink implements ByteLink {
    private static final int SLICE_MILLIS = 10;

    @Override
    public int read(byte[] buffer, Duration timeout) throws LinkLostException {
      long until = System.nanoTime() + timeout.toNanos();
      try (Arena arena = Arena.ofConfined()) {
        Libc libc = new Libc(arena);
        MemorySegment pollfd = arena.allocate(8, 4);
        MemorySegment bytes = arena.allocate(Math.max(1, buffer.length));
        // With an empty buffer this only waits, but still notices a hang-up.
        short awaited = buffer.length == 0 ? 0 : Libc.POLLIN;
        while (true) {
          long left = Math.max(0, (until - System.nanoTime()) / 1_000_000);
          synchronized (lock) {
            if (ready(libc, pollfd, awaited, left)) {
              Libc.LibcResult result = libc.read(master, bytes, buffer.length);
              if (result.value() > 0) {
                MemorySegment.copy(
                    bytes,
                    java.lang.foreign.ValueLayout.JAVA_BYTE,
                    0,
                    buffer,
                    0,
                    (int) result.value());
                return (int) result.value();
              }
              again(result);
            }
          }
          if (left == 0) {
            return 0;
          }
        }
      }
    }

    @Override
    public void write(byte[] bytes, Duration deadline) throws LinkLostException {
      long until = System.nanoTime() + deadline.toNanos();
      try (Arena arena = Arena.ofConfined()) {
        Libc libc = new Libc(arena);
        MemorySegment pollfd = arena.allocate(8, 4);
        MemorySegment all = arena.allocate(Math.max(1, bytes.length));
        MemorySegment.copy(bytes, 0, all, java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
        int sent = 0;
        while (sent < bytes.length) {
          long left = Math.max(0, (until - System.nanoTime()) / 1_000_000);
          synchronized (lock) {
            if (ready(libc, pollfd, Libc.POLLOUT, left)) {
              Libc.LibcResult result = libc.write(master, all.asSlice(sent), bytes.length - sent);
              if (result.failed()) {
                again(result);
              } else {
                sent += (int) result.value();
              }
            }
          }
          if (left == 0 && sent < bytes.length) {
            Pty.this.close();
            throw new LinkLostException(slavePath + ": nobody takes the bytes");
          }
        }
      }
    }

    @Override
    public void close() {
      Pty.this.close();
    }

    private boolean ready(Libc libc, MemorySegment pollfd, short events, long left)
        throws LinkLostException {
      if (closed) {
        throw new LinkLostException(slavePath + " is unplugged");
      }
      Libc.LibcResult result =
          libc.poll(pollfd, master, events, (int) Math.min(left, SLICE_MILLIS));
      short happened = Libc.happened(pollfd);
      if (result.value() > 0 && (happened & events) == 0) {
        throw new LinkLostException(slavePath + " hung up");
      }
      return result.value() > 0;
    }

    private void again(Libc.LibcResult result) throws LinkLostException {
      if (result.errno() != Libc.EAGAIN && result.errno() != Libc.EINTR) {
        throw new LinkLostException(slavePath + ": error " + result.errno());
      }
    }
  }
}
