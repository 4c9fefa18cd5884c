package org.libstation.screen.welcome;

import java.util.function.BiFunction;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.widget.GivesRoom;

/// The start picture on a wide panel, as high as there is room for.
final class WideHero extends Pane implements GivesRoom {
  /// Largest height as a part of the width: above it the picture is empty.
  private static final double MOST = 0.44;

  private final double least;
  private final double width;
  private final BiFunction<Double, Double, Node> picture;
  private double drawn = -1;

  /// @param picture draws the picture for a width and a height
  WideHero(double least, double width, BiFunction<Double, Double, Node> picture) {
    this.least = least;
    this.width = width;
    this.picture = picture;
    setMinHeight(0);
  }

  @Override
  public double least(double given) {
    return least;
  }

  @Override
  public double taken(double given, double room) {
    return Math.min(room, Math.rint(width * MOST));
  }

  @Override
  protected double computePrefHeight(double given) {
    return least;
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight();
    if (height != drawn) {
      drawn = height;
      Box.fill(this, picture.apply(width, height));
    }
    getChildren().forEach(child -> child.resizeRelocate(0, 0, width, height));
  }
}
