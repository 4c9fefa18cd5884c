package org.libstation.screen.kit.look;

import java.util.Optional;
import javafx.scene.Node;

/// What a library shows of itself beside its name.
public interface Brand {
  /// The mark, fitted into a square.
  Node mark(double px);

  /// A start picture of the library's own, cut to the size.
  Optional<Node> hero(double width, double height);

  /// Whether the mark is the library's own.
  boolean own();
}
