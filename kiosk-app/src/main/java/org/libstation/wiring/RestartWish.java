package org.libstation.wiring;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Somebody wants the station to end in order and to be started again.
final class RestartWish {
  private final AtomicBoolean wanted = new AtomicBoolean();
  private volatile @Nullable Runnable end;

  /// @param end ends the station
  void endBy(Runnable end) {
    this.end = end;
  }

  void ask() {
    Runnable ending = end;
    if (ending != null) {
      wanted.set(true);
      ending.run();
    }
  }

  boolean isWanted() {
    return wanted.get();
  }
}
