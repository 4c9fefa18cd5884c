package org.libstation.device.link.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// The calls of the C library that device files need (POSIX.1-2017), with Linux values.
@SuppressWarnings("restricted") // the foreign function API is what this class is for
public final class Libc {
  public static final int O_RDONLY = 0;
  public static final int O_RDWR = 2;
  public static final int O_NOCTTY = 0x100;
  public static final int O_NONBLOCK = 0x800;
  public static final int O_CLOEXEC = 0x80000;
  public static final short POLLIN = 1;
  public static final short POLLOUT = 4;
  public static final short POLLERR = 8;
  public static final short POLLHUP = 16;
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int EINTR = 4;
  public static final int EAGAIN = 11;
  public static final int EACCES = 13;
  public static final int EBUSY = 16;
  public static final int EINVAL = 22;

  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  private static final MemoryLayout ADDRESS = ValueLayout.ADDRESS;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO_VALUE =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle POLL = handle("poll", INT, ADDRESS, LONG, INT);
  private static final MethodHandle READ = handle("read", LONG, INT, ADDRESS, LONG);
  private static final MethodHandle WRITE = handle("write", LONG, INT, ADDRESS, LONG);
  private static final MethodHandle CLOSE = handle("close", INT, INT);
  private static final MethodHandle OPEN =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("open"),
          FunctionDescriptor.of(INT, ValueLayout.ADDRESS, INT),
          ERRNO,
          Linker.Option.firstVariadicArg(2));

  private static final MethodHandle IOCTL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("ioctl"),
          FunctionDescriptor.of(INT, INT, LONG, ValueLayout.ADDRESS),
          ERRNO,
          Linker.Option.firstVariadicArg(2));

  /// The value of a call, and the error number if the value is negative.
  public record LibcResult(long value, int errno) {
    public boolean failed() {
      return value < 0;
    }
  }

  private final Arena arena;
  private final MemorySegment state;

  /// @param arena holds the memory of the calls; use one instance in one thread at a time
  public Libc(Arena arena) {
    this.arena = arena;
    this.state = arena.allocate(Linker.Option.captureStateLayout());
  }

  /// Opens a file for reading and writing.
  ///
  /// @param flags in addition to those of every file, such as [#O_NONBLOCK]
  public LibcResult open(String path, int flags) {
    return call(OPEN, arena.allocateFrom(path), O_RDWR | O_NOCTTY | O_CLOEXEC | flags);
  }

  /// Opens a file for reading only; its calls never wait.
  public LibcResult openReading(String path) {
    return call(OPEN, arena.allocateFrom(path), O_RDONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  }

  /// Sends a control request to a device.
  ///
  /// @param argument an address, or a number in its place for some requests
  public LibcResult ioctl(int fd, long request, MemorySegment argument) {
    return call(IOCTL, fd, request, argument);
  }

  /// Waits for events on one descriptor.
  ///
  /// @param pollfd 8 bytes: descriptor, awaited events, events that happened
  /// @param millis longest wait, in milliseconds
  public LibcResult poll(MemorySegment pollfd, int fd, short events, int millis) {
    pollfd.set(ValueLayout.JAVA_INT, 0, fd);
    pollfd.set(ValueLayout.JAVA_SHORT, 4, events);
    pollfd.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
    return call(POLL, pollfd, 1L, millis);
  }

  /// The events that the last [#poll] reported.
  public static short happened(MemorySegment pollfd) {
    return pollfd.get(ValueLayout.JAVA_SHORT, 6);
  }

  public LibcResult read(int fd, MemorySegment buffer, long count) {
    return call(READ, fd, buffer, count);
  }

  public LibcResult write(int fd, MemorySegment buffer, long count) {
    return call(WRITE, fd, buffer, count);
  }

  public LibcResult close(int fd) {
    return call(CLOSE, fd);
  }

  /// Makes any call of the C library.
  ///
  /// @param function made by [#handle]
  public LibcResult call(MethodHandle function, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = state;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    try {
      long value = ((Number) function.invokeWithArguments(all)).longValue();
      return new LibcResult(value, value < 0 ? (int) ERRNO_VALUE.get(state, 0L) : 0);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /// A function of the C library that reports its error number. The first argument is the buffer
  /// for that number; the function's own arguments follow.
  public static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), ERRNO);
  }
}
