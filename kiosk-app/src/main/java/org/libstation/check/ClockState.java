package org.libstation.check;

import java.util.Optional;

/// Tells whether a time service keeps this machine's clock.
@FunctionalInterface
public interface ClockState {
  /// @return empty where the machine does not tell
  Optional<Boolean> synchronised();
}
