package org.libstation.flow.state;

/// When the drop prints a slip of what was put in.
public enum SlipOffer {
  /// When its key is pressed: at a drop alone with a screen.
  KEY,
  /// By itself, soon after the last thing was put in: where there is no screen, and at the lower
  /// half of a station.
  ALWAYS,
  NEVER
}
