package org.libstation.screen;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Key;

/// Forgives a trembling hand: in slow mode the same key, struck again within half a second, means
/// nothing (EN 301 549, 5.8). A strike that is ignored does not begin the wait anew.
final class SecondStrike {
  static final Duration WAIT = Duration.ofMillis(500);

  private final LongSupplier nanos;
  private @Nullable Key last;
  private long at;

  /// @param nanos monotonic
  SecondStrike(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// @param slow whether the person chose slow mode
  /// @return whether the key means nothing
  boolean ignores(Key key, boolean slow) {
    long now = nanos.getAsLong();
    if (slow && key.equals(last) && now - at < WAIT.toNanos()) {
      return true;
    }
    last = key;
    at = now;
    return false;
  }

  /// After a visit: a digit may be in it.
  void forget() {
    last = null;
  }
}
