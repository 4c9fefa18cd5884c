package org.libstation.screen.kit.widget;

import java.util.Optional;
import javafx.scene.Node;

/// Draws the bars around a stage; one class for each shape of panel.
interface Surround {
  /// Returns what the head depends on; while it is equal, the head is not drawn anew.
  default Object headFrom(Chrome chrome) {
    return chrome;
  }

  /// Returns what the foot depends on.
  default Object footFrom(Chrome chrome) {
    return chrome;
  }

  /// Draws the bar with the names of library and station.
  Node head(Chrome chrome, Ring ring);

  /// Draws the band of a demonstration or training station.
  Node practice(String text, double height);

  /// Draws the session strip, if it has a row of its own.
  default Optional<Node> strip(Chrome chrome, Ring ring) {
    return Optional.empty();
  }

  /// Draws the access bar; in the low layout also the keys of the other bars.
  Node foot(Chrome chrome);

  /// Disables the keys of the visit under a sheet.
  default void cover(boolean covered) {}
}
