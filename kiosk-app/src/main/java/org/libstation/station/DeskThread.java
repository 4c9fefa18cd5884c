package org.libstation.station;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Runs the desk's work, which may wait for the central system; the flow never waits. A second
/// thread only writes that loans were released, so that no checkout delays that. The flow's limited
/// rows bound the queues.
public final class DeskThread implements Executor, AutoCloseable {
  /// How long closing waits for the current request.
  public static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk").factory());
  private final ExecutorService releases =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk releases").factory());

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /// Executor for work that only writes to the disk and never waits for the central system.
  public Executor releases() {
    return releases;
  }

  /// Accepts no more work and waits for what has begun.
  @Override
  public void close() {
    end(thread);
    end(releases);
  }

  private static void end(ExecutorService some) {
    some.shutdown();
    try {
      if (!some.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        some.shutdownNow();
      }
    } catch (InterruptedException e) {
      some.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
