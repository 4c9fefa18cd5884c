package org.libstation.lab.link.pty;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.libstation.device.link.posix.Posix;

/// The few calls more that a pseudo-terminal needs (POSIX.1-2017 and pty(7)).
@SuppressWarnings("restricted") // the foreign function API is what this class is for
final class Libc extends Posix {
  private static final MethodHandle POSIX_OPENPT = handle("posix_openpt", INT, INT);
  private static final MethodHandle GRANTPT = handle("grantpt", INT, INT);
  private static final MethodHandle UNLOCKPT = handle("unlockpt", INT, INT);
  private static final MethodHandle PTSNAME_R = handle("ptsname_r", INT, INT, ADDRESS, LONG);
  private static final MethodHandle TCGETATTR = handle("tcgetattr", INT, INT, ADDRESS);
  private static final MethodHandle TCSETATTR = handle("tcsetattr", INT, INT, INT, ADDRESS);
  private static final MethodHandle CFMAKERAW =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("cfmakeraw"),
              FunctionDescriptor.ofVoid(ValueLayout.ADDRESS));

  /// @param arena holds what the calls need; one instance is for one thread at a time
  Libc(Arena arena) {
    super(arena);
  }

  Result openMaster() {
    return call(POSIX_OPENPT, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
  }

  Result grant(int fd) {
    return call(GRANTPT, fd);
  }

  Result unlock(int fd) {
    return call(UNLOCKPT, fd);
  }

  String slaveName(int fd) {
    MemorySegment name = room(128, 1);
    Result result = call(PTSNAME_R, fd, name, 128L);
    if (result.value() != 0) {
      throw new IllegalStateException("ptsname_r failed with error " + result.value());
    }
    return name.getString(0);
  }

  Result open(String path) {
    return open(path, O_RDWR | O_NOCTTY | O_CLOEXEC);
  }

  /// Bytes as they are: no echo, no lines, no translation.
  Result makeRaw(int fd) {
    MemorySegment termios = room(256, 8);
    Result result = call(TCGETATTR, fd, termios);
    if (result.failed()) {
      return result;
    }
    try {
      CFMAKERAW.invoke(termios);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    return call(TCSETATTR, fd, 0, termios);
  }
}
