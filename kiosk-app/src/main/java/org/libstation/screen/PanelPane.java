package org.libstation.screen;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;

/// Places the content of a window on the station's panel. A kiosk compositor (cage) makes its
/// window as large as all panels together.
final class PanelPane extends Pane {
  private Optional<Rectangle2D> there;

  /// @param there the panel, in px of the display; empty = the whole window
  PanelPane(Parent shown, Optional<Rectangle2D> there) {
    super(shown);
    this.there = there;
  }

  void at(Optional<Rectangle2D> moved) {
    there = moved;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    Rectangle2D all = new Rectangle2D(0, 0, getWidth(), getHeight());
    Rectangle2D part =
        Optional.ofNullable(getScene())
            .flatMap(scene -> there.flatMap(panel -> within(scene, panel)))
            // A window that does not cover the panel yet uses its whole area.
            .filter(all::contains)
            .orElse(all);
    getChildren()
        .getFirst()
        .resizeRelocate(part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight());
  }

  private static Optional<Rectangle2D> within(Scene scene, Rectangle2D panel) {
    return Optional.ofNullable(scene.getWindow())
        .map(
            window ->
                new Rectangle2D(
                    panel.getMinX() - window.getX() - scene.getX(),
                    panel.getMinY() - window.getY() - scene.getY(),
                    panel.getWidth(),
                    panel.getHeight()));
  }
}
