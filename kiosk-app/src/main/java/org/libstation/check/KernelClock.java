package org.libstation.check;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Reports whether a time service keeps this machine's clock. The kernel knows this for any service
/// (systemd-timesyncd, chrony, ntpd) and reports it to every user: adjtimex(2).
@SuppressWarnings("restricted") // the foreign function API is what this class is for
public final class KernelClock implements ClockState {
  /// struct timex of a 64-bit Linux: `modes` (0 only reads) at 0, `maxerror` in microseconds at 24;
  /// 208 bytes.
  private static final int TIMEX_BYTES = 256;

  private static final int MAXERROR = 24;

  /// Upper limit of the kernel's error estimate, which grows by 500 ppm. It is reached when no
  /// service has set the clock for about nine hours. systemd's `NTPSynchronized` has the same
  /// bound.
  static final long UNKNOWN_ERROR_MICROS = 16_000_000;

  private static final long LONG_BYTES = 8;
  private static final long ASKED_SECONDS = 2;

  @Override
  public Optional<Boolean> synchronised() {
    return maxErrorMicros()
        .map(error -> error < UNKNOWN_ERROR_MICROS)
        // A unit with ProtectClock= may not call adjtimex; systemd itself may.
        .or(KernelClock::bySystemd);
  }

  private static Optional<Long> maxErrorMicros() {
    if (ValueLayout.ADDRESS.byteSize() != LONG_BYTES) {
      return Optional.empty();
    }
    try (Arena arena = Arena.ofConfined()) {
      MethodHandle adjtimex =
          Linker.nativeLinker()
              .downcallHandle(
                  Linker.nativeLinker().defaultLookup().findOrThrow("adjtimex"),
                  FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
      MemorySegment timex = arena.allocate(TIMEX_BYTES, LONG_BYTES);
      int state = (int) adjtimex.invokeExact(timex);
      return state < 0 ? Optional.empty() : Optional.of(timex.get(ValueLayout.JAVA_LONG, MAXERROR));
    } catch (Throwable _) {
      // Another kernel or C library may lack this function.
      return Optional.empty();
    }
  }

  private static Optional<Boolean> bySystemd() {
    try {
      Process asked =
          new ProcessBuilder("timedatectl", "show", "--property=NTPSynchronized", "--value")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        if (!asked.waitFor(ASKED_SECONDS, TimeUnit.SECONDS)) {
          return Optional.empty();
        }
        return switch (new String(asked.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
            .strip()) {
          case "yes" -> Optional.of(true);
          case "no" -> Optional.of(false);
          default -> Optional.empty();
        };
      } finally {
        asked.destroyForcibly();
      }
    } catch (IOException _) {
      return Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
