package org.libstation.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds why the station ends; the first reason counts.
final class EndReason {
  private static final Logger log = LoggerFactory.getLogger(EndReason.class);

  private final AtomicReference<@Nullable String> why = new AtomicReference<>();
  private final CountDownLatch begun = new CountDownLatch(1);

  /// Ends the station and logs the reason at once, because an ending process may not log it later.
  ///
  /// @param reason completes *the station ends:*
  /// @return false if the station already ends for another reason
  boolean because(String reason) {
    boolean first = why.compareAndSet(null, reason);
    if (first) {
      log.info("the station ends: {}", reason);
    }
    begun.countDown();
    return first;
  }

  /// Waits for the given time; returns false if the station is to end.
  boolean goesOnFor(Duration time) {
    try {
      return !begun.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Waits until the station is to end.
  void await() throws InterruptedException {
    begun.await();
  }
}
