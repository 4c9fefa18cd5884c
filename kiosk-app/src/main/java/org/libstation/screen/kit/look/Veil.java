package org.libstation.screen.kit.look;

import javafx.scene.Node;
import javafx.scene.shape.Rectangle;

/// Bars that stand in for titles when they are hidden or the screen may be unattended. Their widths
/// tell nothing: they follow from the number of the row.
public final class Veil {
  private Veil() {}

  public static Node title(Look look, long number) {
    Rectangle bar = new Rectangle(300 + 37 * Math.floorMod(number, 5L), look.px(Role.TITLE) * 0.8);
    bar.setArcWidth(16);
    bar.setArcHeight(16);
    bar.getStyleClass().add("fill-veil");
    return bar;
  }
}
