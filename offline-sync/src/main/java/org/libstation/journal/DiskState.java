package org.libstation.journal;

/// How much room the journal's disk has left.
public enum DiskState {
  ROOMY,
  /// The disk ran full and the reserved space (ballast) was freed. Returns, marks and closings
  /// still fit, but nothing new is asked or lent.
  BALLAST_USED,
  /// Not even returns fit, so the station must not accept any item.
  FULL
}
