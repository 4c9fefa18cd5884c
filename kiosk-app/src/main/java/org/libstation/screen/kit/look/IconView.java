package org.libstation.screen.kit.look;

import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;

/// Draws an icon at one size and in one ink.
public final class IconView extends Region {
  private static final double BOX = 24;

  /// Usual width of the line, on a box of 48.
  private static final double USUAL = 4;

  private final SVGPath path = new SVGPath();

  public IconView(Icon icon, double px, Ink ink) {
    path.setContent(icon.path());
    path.setFill(null);
    path.setStrokeWidth(USUAL / 2);
    path.setStrokeLineCap(StrokeLineCap.ROUND);
    path.setStrokeLineJoin(StrokeLineJoin.ROUND);
    path.getStyleClass().add(ink.stroke());
    path.getTransforms().add(new Scale(px / BOX, px / BOX));
    path.setManaged(false);
    path.setMouseTransparent(true);
    getChildren().add(path);
    Box.fixed(this, px, px);
  }

  /// Sets another width of the line.
  ///
  /// @param stroke width on a box of 48
  public IconView stroked(double stroke) {
    path.setStrokeWidth(stroke / 2);
    return this;
  }
}
