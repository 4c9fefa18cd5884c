package org.libstation.screen.kit.look;

import java.util.Optional;
import javafx.scene.Node;

/// Mark and start picture of the library.
public interface Brand {
  /// Mark, fitted into a square of this side.
  Node mark(double px);

  /// Library's own start picture, cut to this size; empty if it has none.
  Optional<Node> hero(double width, double height);

  /// Whether the mark is the library's own, not the one of the program.
  boolean own();
}
