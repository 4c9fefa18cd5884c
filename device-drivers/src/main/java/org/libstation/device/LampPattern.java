package org.libstation.device;

/// How the lamp of a book drop burns.
public enum LampPattern {
  STEADY,
  /// Twice a second.
  QUICK,
  /// Once in two seconds.
  SLOW,
  OFF
}
