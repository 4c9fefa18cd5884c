package org.libstation.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Why the station ends: the first reason given is the one.
final class EndReason {
  private static final Logger log = LoggerFactory.getLogger(EndReason.class);

  private final AtomicReference<@Nullable String> why = new AtomicReference<>();
  private final CountDownLatch begun = new CountDownLatch(1);

  /// It is to end, and the log says why at once: a process that ends may not come to it later.
  ///
  /// @param reason completes *the station ends:*
  /// @return false when it ends already, for another reason
  boolean because(String reason) {
    boolean first = why.compareAndSet(null, reason);
    if (first) {
      log.info("the station ends: {}", reason);
    }
    begun.countDown();
    return first;
  }

  /// Waits so long; false when it is to end meanwhile.
  boolean goesOnFor(Duration time) {
    try {
      return !begun.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Waits until it is to end.
  void await() throws InterruptedException {
    begun.await();
  }
}
