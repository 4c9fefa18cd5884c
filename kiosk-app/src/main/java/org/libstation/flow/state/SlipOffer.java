package org.libstation.flow.state;

/// When the drop prints a slip that lists the returned items.
public enum SlipOffer {
  /// When its key is pressed: at a drop alone that has a screen.
  KEY,
  /// By itself, soon after the last item: where there is no screen, and at the drop in the lower
  /// half of a station.
  ALWAYS,
  NEVER
}
