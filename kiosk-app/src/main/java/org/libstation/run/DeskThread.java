package org.libstation.run;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// The desk's own thread: it may wait for the central system; the flow never does. What waits is
/// limited by the rows of the flow.
public final class DeskThread implements Executor, AutoCloseable {
  /// How long closing waits for the request under way.
  public static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("desk").factory());

  @Override
  public void execute(Runnable task) {
    thread.execute(task);
  }

  /// Takes no more, and waits for what was begun.
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
