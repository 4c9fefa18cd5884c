package org.libstation.station.policy;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.libstation.sync.StepLoop;

/// Polls one feed in its own thread, so that a hanging feed delays no other.
final class FeedPoller implements AutoCloseable {
  private final StepLoop loop;
  private volatile long begun;
  private volatile long ended;

  /// @param step polls the feed once and returns the time until the next poll
  FeedPoller(String name, Supplier<Duration> step) {
    loop =
        new StepLoop(
            name,
            () -> {
              long turn = begun + 1;
              begun = turn;
              Duration rest = step.get();
              ended = turn;
              return rest;
            });
  }

  void start() {
    loop.start();
  }

  /// Polls the feed now.
  ///
  /// @return reports whether a poll that began after this call has ended
  BooleanSupplier refresh() {
    long before = begun;
    loop.wake();
    return () -> ended > before;
  }

  @Override
  public void close() {
    loop.close();
  }
}
