package org.libstation.lab.link.pty;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.libstation.device.link.posix.Libc;

/// The C library calls that make a pseudo-terminal (POSIX.1-2017 and pty(7)).
@SuppressWarnings("restricted") // the foreign function API is what this class is for
final class PtyCalls {
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final MemoryLayout ADDRESS = ValueLayout.ADDRESS;
  private static final Linker LINKER = Linker.nativeLinker();

  private static final MethodHandle POSIX_OPENPT = Libc.handle("posix_openpt", INT, INT);
  private static final MethodHandle GRANTPT = Libc.handle("grantpt", INT, INT);
  private static final MethodHandle UNLOCKPT = Libc.handle("unlockpt", INT, INT);
  private static final MethodHandle PTSNAME_R =
      Libc.handle("ptsname_r", INT, INT, ADDRESS, ValueLayout.JAVA_LONG);
  private static final MethodHandle TCGETATTR = Libc.handle("tcgetattr", INT, INT, ADDRESS);
  private static final MethodHandle TCSETATTR = Libc.handle("tcsetattr", INT, INT, INT, ADDRESS);
  private static final MethodHandle CFMAKERAW =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("cfmakeraw"),
          FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

  private final Arena arena;
  private final Libc libc;

  /// @param arena memory for the calls; one instance must be used by one thread at a time
  PtyCalls(Arena arena, Libc libc) {
    this.arena = arena;
    this.libc = libc;
  }

  Libc.LibcResult openMaster() {
    return libc.call(POSIX_OPENPT, Libc.O_RDWR | Libc.O_NOCTTY | Libc.O_NONBLOCK | Libc.O_CLOEXEC);
  }

  Libc.LibcResult grant(int fd) {
    return libc.call(GRANTPT, fd);
  }

  Libc.LibcResult unlock(int fd) {
    return libc.call(UNLOCKPT, fd);
  }

  String slaveName(int fd) {
    MemorySegment name = arena.allocate(128);
    Libc.LibcResult result = libc.call(PTSNAME_R, fd, name, 128L);
    if (result.value() != 0) {
      throw new IllegalStateException("ptsname_r failed with error " + result.value());
    }
    return name.getString(0);
  }

  /// Sets raw mode: no echo, no lines, no translation of bytes.
  Libc.LibcResult makeRaw(int fd) {
    MemorySegment termios = arena.allocate(256, 8);
    Libc.LibcResult result = libc.call(TCGETATTR, fd, termios);
    if (result.failed()) {
      return result;
    }
    try {
      CFMAKERAW.invoke(termios);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return libc.call(TCSETATTR, fd, 0, termios);
  }
}
