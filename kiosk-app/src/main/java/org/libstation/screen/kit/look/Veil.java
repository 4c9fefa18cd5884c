package org.libstation.screen.kit.look;

import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/// Draws bars in place of titles, if they are hidden or the screen may be unattended. A bar's width
/// depends on the number of its row only, so that it reveals nothing.
public final class Veil {
  private Veil() {}

  /// Draws the bar for a title.
  ///
  /// @param number number of its row
  public static Node title(Look look, long number) {
    Rectangle bar = new Rectangle(300 + 37 * Math.floorMod(number, 5L), look.px(Role.TITLE) * 0.8);
    bar.setArcWidth(16);
    bar.setArcHeight(16);
    bar.getStyleClass().add("fill-veil");
    return bar;
  }
}
