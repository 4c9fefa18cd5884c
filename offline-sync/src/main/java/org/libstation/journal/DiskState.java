package org.libstation.journal;

/// Whether the journal's disk still has room.
public enum DiskState {
  ROOMY,
  /// The disk ran full and the ballast was freed: returns, marks and closings still fit, and
  /// nothing new is asked or lent.
  BALLAST_USED,
  /// Not even returns fit: nothing may be taken in.
  FULL
}
