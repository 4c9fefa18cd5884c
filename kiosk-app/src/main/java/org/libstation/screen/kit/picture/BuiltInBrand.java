package org.libstation.screen.kit.picture;

import java.util.Optional;
import javafx.scene.Node;
import org.libstation.screen.kit.look.Brand;

/// The brand of the program: its own mark, and no start picture of a library.
public final class BuiltInBrand implements Brand {

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
}
