package org.libstation.screen.kit.widget;

import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.StrokeLineCap;
import org.libstation.screen.kit.look.Box;

/// Draws the ring that shows how much time is left.
public final class Ring extends StackPane {
  private final Arc arc = new Arc();

  public Ring(double px) {
    this(px, 7.0 / 48);
  }

  /// @param thick width of its line as a share of its size
  public Ring(double px, double thick) {
    double line = px * thick;
    double radius = (px - line) / 2 - px * 0.02;
    Circle bed = new Circle(px / 2, px / 2, radius);
    bed.setFill(null);
    bed.setStrokeWidth(line);
    bed.getStyleClass().add("stroke-line");
    arc.setCenterX(px / 2);
    arc.setCenterY(px / 2);
    arc.setRadiusX(radius);
    arc.setRadiusY(radius);
    arc.setStartAngle(90);
    arc.setType(ArcType.OPEN);
    arc.setFill(null);
    arc.setStrokeWidth(line);
    arc.setStrokeLineCap(StrokeLineCap.ROUND);
    arc.getStyleClass().add("stroke-action");
    Group drawing = new Group(bed, arc);
    drawing.setManaged(false);
    getChildren().add(drawing);
    Box.fixed(this, px, px);
    left(1);
  }

  /// @param part share of the time that is left, 0 to 1
  public void left(double part) {
    arc.setLength(360 * Math.clamp(part, 0, 1));
    arc.setVisible(part > 0);
  }
}
