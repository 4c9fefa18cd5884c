package org.libstation.screen.kit.widget;

/// A part of a stage that adapts what it shows to its room.
public interface GivesRoom {
  /// Least height in which it can be shown.
  double least(double width);

  /// Height it takes of what it is given; the rest goes to the foot of the stage.
  default double taken(double width, double given) {
    return given;
  }

  /// Height that its content fills; the rest goes to a later part that can use it.
  default double filled(double width, double given) {
    return taken(width, given);
  }
}
