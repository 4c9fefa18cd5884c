package org.libstation.screen;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Key;

/// Ignores a double press by a trembling hand. In slow mode a press of the same key within half a
/// second is ignored (EN 301 549, 5.8). An ignored press does not restart the wait.
final class SecondStrike {
  static final Duration WAIT = Duration.ofMillis(500);

  private final LongSupplier nanos;
  private @Nullable Key last;
  private long at;

  /// @param nanos monotonic clock
  SecondStrike(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// Decides whether to ignore a press, and remembers the key if not.
  ///
  /// @param slow whether the patron chose slow mode
  /// @return true to ignore the key
  boolean ignores(Key key, boolean slow) {
    long now = nanos.getAsLong();
    if (slow && key.equals(last) && now - at < WAIT.toNanos()) {
      return true;
    }
    last = key;
    at = now;
    return false;
  }

  /// Forgets the last key after a visit, because it may be a digit of a PIN.
  void forget() {
    last = null;
  }
}
