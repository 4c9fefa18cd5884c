package org.libstation.screen;

import io.soabase.recordbuilder.core.RecordBuilder;
import javafx.animation.Interpolator;
import javafx.scene.Node;
import org.libstation.screen.kit.picture.Moves.Move;

/// Where a node is at what time, from where it was drawn. Times and ways are those of
/// docs/design.md.
///
/// @param ms how long it takes in all
/// @param again it is shown once more when nobody follows it
/// @param slow few frames are enough
@RecordBuilder
record Course(double ms, boolean again, boolean slow, NodePlacer place)
    implements CourseBuilder.With {
  /// Arrives fast and stops gently.
  private static final Interpolator IN_PLACE = Interpolator.ofSpline(0.2, 0, 0, 1);

  /// From one state to another, and to another place, in ms.
  private static final double TURNS = 160;

  private static final double GOES = 240;
  private static final double SHEET_RISES = 280;

  /// Of a row that is new.
  private static final double RISES = 24;

  private static final double AHEAD = 1000.0 / 30;

  /// A node without a width cannot be drawn.
  private static final double LEAST = 1.0 / 64;

  /// Of a travel that is shown three times there and back.
  private static final double AWAY = 900;

  private static final double HOLDS = 1600;
  private static final double BACK = 300;
  private static final double ROUND = AWAY + HOLDS + BACK;
  private static final int TIMES = 3;

  private static final double STAMPED = 320;
  private static final double HIGH = 0.35;
  private static final double ASKEW = -3;
  private static final double OVER = 1.5;

  private static final double DRIFTS = 16_000;

  /// Puts a node where it is.
  interface NodePlacer {
    /// @param ms since it began
    void put(Node node, double ms);
  }

  private static Course once(double ms, NodePlacer place) {
    return new Course(ms, false, false, place);
  }

  void put(Node node, double since) {
    place.put(node, since);
  }

  /// As it was drawn.
  static void rest(Node node) {
    node.setTranslateX(0);
    node.setTranslateY(0);
    node.setScaleX(1);
    node.setScaleY(1);
    node.setRotate(0);
    node.setOpacity(1);
  }

  /// @return 0 to 1
  private static double part(Interpolator curve, double ms, double from, double length) {
    return curve.interpolate(0.0, 1.0, Math.clamp((ms - from) / length, 0, 1));
  }

  private static double part(double ms, double length) {
    return part(IN_PLACE, ms, 0, length);
  }

  /// A row that is new. Somebody waits for it: its first frame is that of a frame later.
  static Course enter() {
    return once(
        GOES,
        (node, ms) -> {
          double part = part(ms + AHEAD, GOES + AHEAD);
          node.setTranslateY(RISES * (1 - part));
          node.setOpacity(part);
        });
  }

  /// A row that changes its place.
  ///
  /// @param from where it was, in px below where it is
  static Course way(double from) {
    return up(GOES, from);
  }

  /// The upper edge of a sheet.
  static Course rise(double by) {
    return up(SHEET_RISES, by);
  }

  private static Course up(double length, double from) {
    return once(length, (node, ms) -> node.setTranslateY(Math.rint(from * (1 - part(ms, length)))));
  }

  /// The ground of a cell, from its left edge.
  static Course fill() {
    return once(
        TURNS,
        (node, ms) -> {
          double part = Math.max(LEAST, part(ms, TURNS));
          node.setScaleX(part);
          node.setTranslateX(-node.getLayoutBounds().getWidth() * (1 - part) / 2);
        });
  }

  /// A word in the place of another.
  static Course swap() {
    return once(TURNS, (node, ms) -> node.setOpacity(part(ms, TURNS)));
  }

  /// Three times there and back.
  static Course travel(Move.Travel way) {
    return once(
            ROUND * TIMES,
            (node, ms) -> {
              double at = ms % ROUND;
              double part =
                  way.away()
                      ? part(Interpolator.EASE_BOTH, at, 0, AWAY)
                          - part(Interpolator.EASE_BOTH, at, AWAY + HOLDS, BACK)
                      : part(Interpolator.EASE_BOTH, at, 0, BACK)
                          - part(Interpolator.EASE_BOTH, at, BACK, AWAY);
              // Whole pixels: its lines stay sharp.
              node.setTranslateX(Math.rint(way.dx() * part));
              node.setTranslateY(Math.rint(way.dy() * part));
            })
        .withAgain(true);
  }

  /// The one overshoot there is.
  static Course stamp() {
    return once(
        STAMPED,
        (node, ms) -> {
          double left = 1 - ms / STAMPED;
          double part = 1 - left * left * ((OVER + 1) * left - OVER);
          node.setScaleX(1 + HIGH * (1 - part));
          node.setScaleY(1 + HIGH * (1 - part));
          node.setRotate(ASKEW * (1 - part));
        });
  }

  /// There and back once.
  static Course drift(double dx) {
    return once(
            DRIFTS,
            (node, ms) ->
                node.setTranslateX(Math.rint(dx * (1 - Math.cos(2 * Math.PI * ms / DRIFTS)) / 2)))
        .with(course -> course.again(true).slow(true));
  }
}
