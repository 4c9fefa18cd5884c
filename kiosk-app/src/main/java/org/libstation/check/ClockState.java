package org.libstation.check;

import java.util.Optional;

/// Reports whether a time service keeps this machine's clock.
@FunctionalInterface
public interface ClockState {
  /// @return empty if the machine does not report it
  Optional<Boolean> synchronised();
}
