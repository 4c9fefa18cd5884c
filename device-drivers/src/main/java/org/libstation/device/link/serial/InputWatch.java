package org.libstation.device.link.serial;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits until a port has something to read, without using computing time.
///
/// jSerialComm waits in tenths of a second or not at all. A driver that looks once a millisecond
/// instead costs more processor time than all its work. So this class finds the port's descriptor
/// among those of this process (`/proc/self/fd`, proc(5)) and waits for it with `poll`
/// (POSIX.1-2017). Nothing is read through the descriptor. If its number was given to another file
/// meanwhile, the wait ends early, or late by no more than the requested time. The port itself then
/// reports that it is gone.
///
/// For one thread at a time.
final class InputWatch {
  private static final Logger LOG = LoggerFactory.getLogger(InputWatch.class);
  private static final Path OWN_DESCRIPTORS = Path.of("/proc/self/fd");
  private static final short POLLIN = 1;
  private static final long MILLI = 1_000_000;

  /// `struct pollfd`: descriptor, awaited events, events that happened.
  private static final MemoryLayout POLLFD =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT, ValueLayout.JAVA_SHORT, ValueLayout.JAVA_SHORT);

  /// Null if the system has no such call.
  private static final @Nullable MethodHandle POLL = poll();

  private final @Nullable MemorySegment pollfd;

  private InputWatch(@Nullable MemorySegment pollfd) {
    this.pollfd = pollfd;
  }

  /// A watch for the port that was just opened by `path`. If no descriptor has that name (on
  /// another system than Linux), the watch looks once a millisecond.
  static InputWatch of(String path) {
    Optional<Integer> descriptor = POLL == null ? Optional.empty() : descriptor(path);
    if (descriptor.isEmpty()) {
      LOG.info(
          "{}: its file descriptor is not known; the station reads it once a millisecond", path);
    }
    return new InputWatch(descriptor.map(InputWatch::awaiting).orElse(null));
  }

  /// Returns when data arrived or the port is gone, at the latest after `nanos`, rounded up to a
  /// millisecond.
  ///
  /// @return whether the system reports an event; the caller must ask the port which
  boolean await(long nanos) {
    MethodHandle poll = POLL;
    MemorySegment port = pollfd;
    if (poll == null || port == null) {
      LockSupport.parkNanos(Math.min(nanos, MILLI));
      return false;
    }
    int millis = (int) Math.min(Integer.MAX_VALUE, (nanos + MILLI - 1) / MILLI);
    try {
      return (int) poll.invokeExact(port, 1L, millis) > 0;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static MemorySegment awaiting(int descriptor) {
    MemorySegment pollfd = Arena.ofAuto().allocate(POLLFD);
    pollfd.set(ValueLayout.JAVA_INT, 0, descriptor);
    pollfd.set(ValueLayout.JAVA_SHORT, 4, POLLIN);
    return pollfd;
  }

  private static Optional<Integer> descriptor(String path) {
    try (DirectoryStream<Path> own = Files.newDirectoryStream(OWN_DESCRIPTORS)) {
      Path port = Path.of(path).toRealPath();
      for (Path descriptor : own) {
        if (leadsTo(descriptor, port)) {
          return Optional.of(Integer.parseInt(descriptor.getFileName().toString()));
        }
      }
    } catch (IOException e) {
      LOG.debug("{}: no descriptor", path, e);
    }
    return Optional.empty();
  }

  private static boolean leadsTo(Path descriptor, Path port) {
    try {
      return Files.readSymbolicLink(descriptor).equals(port);
    } catch (IOException _) {
      return false; // it was closed since
    }
  }

  @SuppressWarnings("restricted") // the one foreign call this class is for
  private static @Nullable MethodHandle poll() {
    Linker linker = Linker.nativeLinker();
    return linker
        .defaultLookup()
        .find("poll")
        .map(
            address ->
                linker.downcallHandle(
                    address,
                    FunctionDescriptor.of(
                        ValueLayout.JAVA_INT,
                        ValueLayout.ADDRESS,
                        ValueLayout.JAVA_LONG,
                        ValueLayout.JAVA_INT)))
        .orElse(null);
  }
}
