package org.libstation.device.link.posix;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/// Calls of the C library on files and devices (POSIX.1-2017 and ioctl(2)); Linux values, the same
/// on amd64 and arm64 (asm-generic/fcntl.h, asm-generic/errno-base.h).
///
/// One instance is for one thread at a time.
@SuppressWarnings("restricted") // the foreign function API is what this class is for
public class Posix {
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

  /// `struct pollfd`: descriptor, awaited events, events that happened.
  public static final MemoryLayout POLLFD =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT, ValueLayout.JAVA_SHORT, ValueLayout.JAVA_SHORT);

  protected static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
  protected static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
  protected static final MemoryLayout ADDRESS = ValueLayout.ADDRESS;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
  private static final VarHandle ERRNO_VALUE =
      Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle POLL = handle("poll", INT, ADDRESS, LONG, INT);
  private static final MethodHandle READ = handle("read", LONG, INT, ADDRESS, LONG);
  private static final MethodHandle WRITE = handle("write", LONG, INT, ADDRESS, LONG);
  private static final MethodHandle CLOSE = handle("close", INT, INT);
  private static final MethodHandle OPEN = variadic("open", ADDRESS, INT);
  private static final MethodHandle IOCTL = variadic("ioctl", INT, LONG, ADDRESS);

  /// A call's value, and the error number where it is negative.
  public record Result(long value, int errno) {
    public boolean failed() {
      return value < 0;
    }
  }

  private final Arena arena;
  private final MemorySegment state;

  /// @param arena holds what the calls need
  public Posix(Arena arena) {
    this.arena = arena;
    this.state = arena.allocate(Linker.Option.captureStateLayout());
  }

  /// @param flags such as [#O_RDWR] | [#O_CLOEXEC]; no file is made
  public Result open(String path, int flags) {
    return call(OPEN, arena.allocateFrom(path), flags);
  }

  /// @param argument an address, or a number in its place as some requests have it
  public Result ioctl(int fd, long request, MemorySegment argument) {
    return call(IOCTL, fd, request, argument);
  }

  /// @param pollfd of [#POLLFD]
  public Result poll(MemorySegment pollfd, int fd, short events, int millis) {
    pollfd.set(ValueLayout.JAVA_INT, 0, fd);
    pollfd.set(ValueLayout.JAVA_SHORT, 4, events);
    pollfd.set(ValueLayout.JAVA_SHORT, 6, (short) 0);
    return call(POLL, pollfd, 1L, millis);
  }

  public static short happened(MemorySegment pollfd) {
    return pollfd.get(ValueLayout.JAVA_SHORT, 6);
  }

  public Result read(int fd, MemorySegment buffer, long count) {
    return call(READ, fd, buffer, count);
  }

  public Result write(int fd, MemorySegment buffer, long count) {
    return call(WRITE, fd, buffer, count);
  }

  public Result close(int fd) {
    return call(CLOSE, fd);
  }

  protected final MemorySegment room(long bytes, long alignment) {
    return arena.allocate(bytes, alignment);
  }

  protected final Result call(MethodHandle function, Object... arguments) {
    Object[] all = new Object[arguments.length + 1];
    all[0] = state;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    try {
      long value = ((Number) function.invokeWithArguments(all)).longValue();
      return new Result(value, value < 0 ? (int) ERRNO_VALUE.get(state, 0L) : 0);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  protected static MethodHandle handle(
      String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments), ERRNO);
  }

  /// Of two fixed arguments; what follows is variadic.
  private static MethodHandle variadic(String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(INT, arguments),
        ERRNO,
        Linker.Option.firstVariadicArg(2));
  }
}
