package org.libstation.screen.kit.widget;

import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.libstation.screen.kit.picture.Drawing;

/// A picture as large as its room allows, down to a least size.
public final class FittedPicture extends Region implements GivesRoom {
  /// Least and greatest scale of a picture in spare room.
  private static final double LEAST_SPARE = 0.55;

  private static final double MOST_SPARE = 1.5;

  /// Space above and below a picture in spare room.
  private static final double AIR = 20;

  private final Drawing picture;
  private final double least;

  /// Whether it asks for no room and stands in the middle of what it is given.
  private final boolean spare;

  private final Scale scale = new Scale(1, 1);

  /// @param picture picture at its largest
  /// @param least least scale
  FittedPicture(Drawing picture, double least) {
    this(picture, least, false);
  }

  private FittedPicture(Drawing picture, double least, boolean spare) {
    this.picture = picture;
    this.least = least;
    this.spare = spare;
    picture.getTransforms().add(scale);
    getChildren().add(picture);
    setMinHeight(0);
  }

  /// Returns a picture for the room that nothing else on a stage needs. It is not shown if that is
  /// too small.
  public static FittedPicture spare(Drawing picture) {
    return StagePane.rank(
        Integer.MAX_VALUE, StagePane.flexible(new FittedPicture(picture, LEAST_SPARE, true)));
  }

  @Override
  public double least(double width) {
    return spare ? 0 : Math.ceil(picture.prefHeight(-1) * least);
  }

  @Override
  public double taken(double width, double given) {
    return spare ? given : Math.min(given, Math.ceil(picture.prefHeight(-1)));
  }

  @Override
  protected double computePrefHeight(double width) {
    return spare ? 0 : Math.ceil(picture.prefHeight(-1));
  }

  @Override
  protected void layoutChildren() {
    double width = picture.prefWidth(-1);
    double height = picture.prefHeight(-1);
    double air = spare ? AIR : 0;
    double part = Math.min(spare ? MOST_SPARE : 1, (getHeight() - 2 * air) / height);
    if (spare) {
      part = Math.min(part, getWidth() / width);
      picture.setVisible(part >= least);
    }
    scale.setX(part);
    scale.setY(part);
    double y = spare ? Math.rint((getHeight() - height * part) / 2) : 0;
    picture.resizeRelocate(Math.rint((getWidth() - width * part) / 2), y, width, height);
  }
}
