package org.libstation.process;

import java.io.IOException;
import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Whether a start goes on. On a busy machine no time limit is right: what takes three seconds may
/// take two minutes. So a start is judged by what it does: it reaches its next step, loads classes,
/// or moves data (a large journal that is brought up to date). One that does none of this for
/// [#STILL] stands still.
public final class StartProgress {
  /// A start that makes no progress for so long is ended.
  public static final Duration STILL = Duration.ofSeconds(75);

  /// Less than this between two looks may be a device that talks, or our own log.
  private static final long DATA = 1 << 20;

  private static final Path IO = Path.of("/proc/self/io");

  private final LongSupplier classes;
  private final LongSupplier bytes;
  private final Supplier<Duration> monotonic;
  private volatile String step = "the program begins";
  private final AtomicInteger steps = new AtomicInteger();
  private int seenSteps;
  private long seenClasses;
  private long seenBytes;
  private Duration last;

  /// @param classes how many classes were loaded so far
  /// @param bytes how much was read and written so far; need not be known
  /// @param monotonic time since some fixed moment
  StartProgress(LongSupplier classes, LongSupplier bytes, Supplier<Duration> monotonic) {
    this.classes = classes;
    this.bytes = bytes;
    this.monotonic = monotonic;
    this.last = monotonic.get();
  }

  /// Of this process.
  public static StartProgress ofThisProcess() {
    ClassLoadingMXBean loading = ManagementFactory.getClassLoadingMXBean();
    return new StartProgress(
        loading::getTotalLoadedClassCount,
        StartProgress::moved,
        () -> Duration.ofNanos(System.nanoTime()));
  }

  /// A step begins.
  ///
  /// @param name completes *its start stood still at …*
  public void step(String name) {
    step = name;
    steps.incrementAndGet();
  }

  /// The step under way.
  public String step() {
    return step;
  }

  /// Whether something was done since the last look.
  public boolean look() {
    int stepsNow = steps.get();
    long classesNow = classes.getAsLong();
    long bytesNow = bytes.getAsLong();
    boolean on = stepsNow != seenSteps || classesNow != seenClasses || bytesNow - seenBytes >= DATA;
    if (on) {
      seenSteps = stepsNow;
      seenClasses = classesNow;
      last = monotonic.get();
    }
    // Not summed up over looks: what trickles is no progress.
    seenBytes = bytesNow;
    return on;
  }

  /// Whether nothing was done for too long.
  public boolean standsStill() {
    return monotonic.get().minus(last).compareTo(STILL) > 0;
  }

  /// Bytes that this process read and wrote, wherever to: proc_pid_io(5), `rchar` and `wchar`.
  private static long moved() {
    try {
      return Files.readAllLines(IO).stream()
          .filter(line -> line.startsWith("rchar:") || line.startsWith("wchar:"))
          .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
          .sum();
    } catch (IOException | NumberFormatException _) {
      return 0;
    }
  }
}
