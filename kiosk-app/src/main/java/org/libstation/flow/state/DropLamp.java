package org.libstation.flow.state;

/// What the lamp of the drop says to whoever has no screen, and beside one.
public enum DropLamp {
  /// Push the next one in.
  STEADY,
  /// Being read: wait a moment.
  QUICK,
  /// Somebody must do something: look at the screen, or free the flap.
  SLOW,
  /// Nothing is taken now.
  OFF
}
