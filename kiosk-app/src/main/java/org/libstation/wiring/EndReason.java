package org.libstation.wiring;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Why the station ends: the first reason given is the one.
final class EndReason {
  private final AtomicReference<@Nullable String> why = new AtomicReference<>();
  private final CountDownLatch begun = new CountDownLatch(1);

  /// It is to end.
  ///
  /// @param reason completes *the station ends:*
  /// @return false when it ends already, for another reason
  boolean because(String reason) {
    boolean first = why.compareAndSet(null, reason);
    begun.countDown();
    return first;
  }

  /// Waits until it is to end.
  void await() throws InterruptedException {
    begun.await();
  }

  String why() {
    String reason = why.get();
    return reason == null ? "it was never asked to" : reason;
  }
}
