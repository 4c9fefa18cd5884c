package org.libstation.screen.kit.picture;

import java.util.Optional;
import javafx.scene.Node;
import org.libstation.screen.kit.look.Brand;

/// The mark and the start picture that come with the program.
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
