package org.libstation.station;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The desk's own thread: it may wait for the central system; the flow never does. A second one
/// beside it only writes that loans were released, so that no checkout stands before it. What waits
/// is limited by the rows of the flow.
public final class DeskThread implements Executor, AutoCloseable {
  /// How long closing waits for the request under way.
  public static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk").factory());
  private final ExecutorService releases =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk releases").factory());

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /// For what only writes; never waits for the central system.
  public Executor releases() {
    return releases;
  }

  /// Takes no more, and waits for what was begun.
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
