package org.libstation.screen.widget;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.libstation.screen.picture.Drawing;

/// A picture as large as it finds room, down to a least size.
final class FittedPicture extends Region implements GivesRoom {
  private final Drawing picture;
  private final double least;
  private final Scale scale = new Scale(1, 1);

  /// @param picture at its largest
  /// @param least part of that
  FittedPicture(Drawing picture, double least) {
    this.picture = picture;
    this.least = least;
    picture.getTransforms().add(scale);
    getChildren().add(picture);
    setMinHeight(0);
  }

  @Override
  public double least(double width) {
    return Math.ceil(picture.prefHeight(-1) * least);
  }

  @Override
  public double taken(double width, double given) {
    return Math.min(given, Math.ceil(picture.prefHeight(-1)));
  }

  @Override
  protected double computePrefHeight(double width) {
    return Math.ceil(picture.prefHeight(-1));
  }

  @Override
  protected void layoutChildren() {
    double width = picture.prefWidth(-1);
    double height = picture.prefHeight(-1);
    double part = Math.min(1, getHeight() / height);
    scale.setX(part);
    scale.setY(part);
    picture.resizeRelocate(Math.rint((getWidth() - width * part) / 2), 0, width, height);
  }
}
