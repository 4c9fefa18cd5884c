package org.libstation.screen.kit.widget;

/// A part of a stage that shows what fits into the room it is given.
public interface GivesRoom {
  /// The least height in which it can be shown.
  double least(double width);

  /// The height it takes of what it is given; what it leaves goes to the foot of the stage.
  default double taken(double width, double given) {
    return given;
  }

  /// The height of what it shows of itself in what it is given: what is left goes to a part behind
  /// it that can use it.
  default double filled(double width, double given) {
    return taken(width, given);
  }
}
