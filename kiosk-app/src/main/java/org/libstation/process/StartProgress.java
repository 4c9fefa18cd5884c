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

/// Decides whether a start makes progress. On a busy machine no time limit is right: three seconds
/// of work may take two minutes. A start makes progress if it reaches its next step, loads classes,
/// or moves data (such as updating a large journal). A start that does none of these for [#STILL]
/// stands still.
public final class StartProgress {
  /// A start without progress is ended after this time.
  public static final Duration STILL = Duration.ofSeconds(75);

  /// Less data than this between two checks may be a device's messages or our own log.
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

  /// @param classes number of classes loaded so far
  /// @param bytes bytes read and written so far; 0 if not known
  /// @param monotonic monotonic time
  StartProgress(LongSupplier classes, LongSupplier bytes, Supplier<Duration> monotonic) {
    this.classes = classes;
    this.bytes = bytes;
    this.monotonic = monotonic;
    this.last = monotonic.get();
  }

  /// Returns the progress of this process.
  public static StartProgress ofThisProcess() {
    ClassLoadingMXBean loading = ManagementFactory.getClassLoadingMXBean();
    return new StartProgress(
        loading::getTotalLoadedClassCount,
        StartProgress::moved,
        () -> Duration.ofNanos(System.nanoTime()));
  }

  /// Records that a step begins.
  ///
  /// @param name completes *its start made no progress at …*
  public void step(String name) {
    step = name;
    steps.incrementAndGet();
  }

  /// Returns the present step.
  public String step() {
    return step;
  }

  /// Whether anything was done since the last check.
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
    // Not added up over checks: a trickle of data is no progress.
    seenBytes = bytesNow;
    return on;
  }

  /// Whether nothing was done for [#STILL].
  public boolean standsStill() {
    return monotonic.get().minus(last).compareTo(STILL) > 0;
  }

  /// Returns the bytes that this process read and wrote, to any file or device: proc_pid_io(5),
  /// `rchar` and `wchar`.
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
