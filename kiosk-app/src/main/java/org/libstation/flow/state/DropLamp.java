package org.libstation.flow.state;

/// Signal of the drop's lamp to the person in front, at drops with and without a screen.
public enum DropLamp {
  /// Lit: push the next item in.
  STEADY,
  /// Flashes quickly: an item is being read; wait a moment.
  QUICK,
  /// Flashes slowly: a person must look at the screen or free the flap.
  SLOW,
  /// Dark: the drop takes nothing now.
  OFF
}
