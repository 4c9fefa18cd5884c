package org.libstation.device;

/// Patterns of the lamp of a book drop.
public enum LampPattern {
  STEADY,
  /// Flashes twice a second.
  QUICK,
  /// Flashes once in two seconds.
  SLOW,
  OFF
}
