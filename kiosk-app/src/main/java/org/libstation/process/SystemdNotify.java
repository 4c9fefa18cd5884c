package org.libstation.process;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reports the state of a service to systemd: sd_notify(3), a datagram to the socket that
/// `NOTIFY_SOCKET` names. The JDK has no such Unix datagram sockets, so this class calls the C
/// library.
@SuppressWarnings("restricted") // the foreign function API is what this class is for
public final class SystemdNotify {
  private static final Logger log = LoggerFactory.getLogger(SystemdNotify.class);

  /// Values of Linux: socket(2), send(2), unix(7).
  private static final int AF_UNIX = 1;

  private static final int SOCK_DGRAM_CLOEXEC = 2 | 0x80000;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int PATH_BYTES = 108;
  private static final int FAMILY_BYTES = 2;

  private final Optional<String> socket;
  private boolean told;

  private SystemdNotify(Optional<String> socket) {
    this.socket = socket;
  }

  /// @param environment environment of the process; without `NOTIFY_SOCKET` nothing is ever sent
  public static SystemdNotify of(Map<String, String> environment) {
    return new SystemdNotify(
        Optional.ofNullable(environment.get("NOTIFY_SOCKET"))
            .filter(name -> name.startsWith("/") || name.startsWith("@"))
            .filter(name -> name.getBytes(StandardCharsets.UTF_8).length < PATH_BYTES));
  }

  /// Sends a state such as `READY=1`. A failure is logged once and not thrown: a station without a
  /// watchdog is better than none.
  ///
  /// @return whether it was sent
  public boolean send(String state) {
    if (socket.isEmpty()) {
      return false;
    }
    try {
      return sent(socket.get(), state.getBytes(StandardCharsets.UTF_8));
    } catch (Throwable e) {
      complain(e.toString());
      return false;
    }
  }

  private boolean sent(String name, byte[] state) throws Throwable {
    Linker linker = Linker.nativeLinker();
    ValueLayout.OfInt number = ValueLayout.JAVA_INT;
    MethodHandle open =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("socket"),
            FunctionDescriptor.of(number, number, number, number));
    MethodHandle send =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("sendto"),
            FunctionDescriptor.of(
                ValueLayout.JAVA_LONG,
                number,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_LONG,
                number,
                ValueLayout.ADDRESS,
                number));
    MethodHandle close =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("close"), FunctionDescriptor.of(number, number));
    int fd = (int) open.invokeExact(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    if (fd < 0) {
      complain("cannot open a socket");
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      byte[] path = name.getBytes(StandardCharsets.UTF_8);
      MemorySegment address = arena.allocate(FAMILY_BYTES + PATH_BYTES, FAMILY_BYTES);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(path, 0, address, ValueLayout.JAVA_BYTE, FAMILY_BYTES, path.length);
      if (name.startsWith("@")) {
        // An abstract name starts with a zero byte and has none at its end.
        address.set(ValueLayout.JAVA_BYTE, FAMILY_BYTES, (byte) 0);
      }
      MemorySegment words = arena.allocateFrom(ValueLayout.JAVA_BYTE, state);
      long sent =
          (long)
              send.invokeExact(
                  fd,
                  words,
                  (long) state.length,
                  MSG_NOSIGNAL,
                  address,
                  FAMILY_BYTES + path.length + (name.startsWith("@") ? 0 : 1));
      if (sent != state.length) {
        complain("systemd did not take the message");
      }
      return sent == state.length;
    } finally {
      int _ = (int) close.invokeExact(fd);
    }
  }

  private void complain(String why) {
    if (!told) {
      told = true;
      log.warn("cannot notify systemd: {}", why);
    }
  }
}
