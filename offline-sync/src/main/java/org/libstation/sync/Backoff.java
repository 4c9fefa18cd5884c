package org.libstation.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses that double from a first to a longest one. Each is drawn between half and all of its
/// length, so that stations that lost the link together do not come back together. Not thread-safe.
public final class Backoff {
  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private Duration next;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
    this.next = first;
  }

  /// Returns the pause to make now.
  public Duration next() {
    Duration whole = next.compareTo(longest) < 0 ? next : longest;
    next = whole.multipliedBy(2);
    long half = whole.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }

  /// Begins again with the first pause after a success.
  public void reset() {
    next = first;
  }
}
