package org.libstation.screen.kit.widget;

import java.util.Optional;
import javafx.scene.Node;

/// What stands around a stage; one for each anatomy.
interface Surround {
  /// What of the chrome the head is drawn from: while it is the same it stays.
  default Object headFrom(Chrome chrome) {
    return chrome;
  }

  /// What of the chrome the foot is drawn from.
  default Object footFrom(Chrome chrome) {
    return chrome;
  }

  /// Whose station it is.
  Node head(Chrome chrome, Ring ring);

  Node practice(String text, double height);

  /// How far the person is and how to leave, where that is a row of its own.
  default Optional<Node> strip(Chrome chrome, Ring ring) {
    return Optional.empty();
  }

  /// The access bar; in the low layout all that the other bars have to be pressed too.
  Node foot(Chrome chrome);

  /// Under a sheet what belongs to the visit cannot be pressed.
  default void cover(boolean covered) {}
}
