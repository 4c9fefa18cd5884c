package org.libstation.screen.look;

import java.util.Optional;
import javafx.scene.Node;
import org.libstation.screen.picture.Pictures;

/// What a library shows of itself beside its name.
public interface Brand {
  /// The mark and the start picture that come with the program.
  Brand BUILT_IN =
      new Brand() {
        @Override
        public Node mark(double px) {
          return Pictures.mark(px / Pictures.MARK);
        }

        @Override
        public Optional<Node> hero(double width, double height) {
          return Optional.empty();
        }

        @Override
        public boolean own() {
          return false;
        }
      };

  /// The mark, fitted into a square.
  Node mark(double px);

  /// A start picture of the library's own, cut to the size.
  Optional<Node> hero(double width, double height);

  /// Whether the mark is the library's own.
  boolean own();
}
