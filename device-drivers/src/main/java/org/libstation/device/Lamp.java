package org.libstation.device;

/// How the lamp of a book drop burns.
public enum Lamp {
  STEADY,
  /// Twice a second.
  QUICK,
  /// Once in two seconds.
  SLOW,
  OFF
}
