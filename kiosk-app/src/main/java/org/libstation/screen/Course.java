package org.libstation.screen;

import io.soabase.recordbuilder.core.RecordBuilder;
import javafx.animation.Interpolator;
import javafx.scene.Node;
import org.libstation.screen.kit.picture.Moves.Move;

/// One animation: where a node is at each moment, relative to the place where it was drawn. Times
/// and distances are those of docs/developer/design.md.
///
/// @param ms total duration
/// @param again whether it is repeated if the patron does not follow it
/// @param slow whether few frames a second are enough
/// @param place puts the node where it is at a given time
@RecordBuilder
record Course(double ms, boolean again, boolean slow, NodePlacer place)
    implements CourseBuilder.With {
  /// Starts fast and stops gently.
  private static final Interpolator IN_PLACE = Interpolator.ofSpline(0.2, 0, 0, 1);

  /// Duration of a change of state, in ms.
  private static final double TURNS = 160;

  /// Duration of a move to another place, in ms.
  private static final double GOES = 240;

  private static final double SHEET_RISES = 280;

  /// How far below its place a new row starts, in px.
  private static final double RISES = 24;

  /// One frame at 30 frames a second, in ms.
  private static final double AHEAD = 1000.0 / 30;

  /// Smallest horizontal scale: JavaFX cannot draw a node without a width.
  private static final double LEAST = 1.0 / 64;

  /// Duration of the way out of a travel, in ms.
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

  /// Places a node for one moment.
  interface NodePlacer {
    /// @param ms time since the animation began
    void put(Node node, double ms);
  }

  private static Course once(double ms, NodePlacer place) {
    return new Course(ms, false, false, place);
  }

  /// Places a node.
  ///
  /// @param since time since the animation began, in ms
  void put(Node node, double since) {
    place.put(node, since);
  }

  /// Puts a node back where it was drawn.
  static void rest(Node node) {
    node.setTranslateX(0);
    node.setTranslateY(0);
    node.setScaleX(1);
    node.setScaleY(1);
    node.setRotate(0);
    node.setOpacity(1);
  }

  /// Part of the way that is done.
  ///
  /// @return 0 to 1
  private static double part(Interpolator curve, double ms, double from, double length) {
    return curve.interpolate(0.0, 1.0, Math.clamp((ms - from) / length, 0, 1));
  }

  private static double part(double ms, double length) {
    return part(IN_PLACE, ms, 0, length);
  }

  /// Moves and fades a new row in. The patron waits for it, so it starts one frame ahead.
  static Course enter() {
    return once(
        GOES,
        (node, ms) -> {
          double part = part(ms + AHEAD, GOES + AHEAD);
          node.setTranslateY(RISES * (1 - part));
          node.setOpacity(part);
        });
  }

  /// Moves a row from its former place to its new one.
  ///
  /// @param from former place, in px below the new one
  static Course way(double from) {
    return up(GOES, from);
  }

  /// Raises a sheet by its upper edge.
  ///
  /// @param by distance in px
  static Course rise(double by) {
    return up(SHEET_RISES, by);
  }

  private static Course up(double length, double from) {
    return once(length, (node, ms) -> node.setTranslateY(Math.rint(from * (1 - part(ms, length)))));
  }

  /// Fills the background of a cell from its left edge.
  static Course fill() {
    return once(
        TURNS,
        (node, ms) -> {
          double part = Math.max(LEAST, part(ms, TURNS));
          node.setScaleX(part);
          node.setTranslateX(-node.getLayoutBounds().getWidth() * (1 - part) / 2);
        });
  }

  /// Fades in a word that replaces another.
  static Course swap() {
    return once(TURNS, (node, ms) -> node.setOpacity(part(ms, TURNS)));
  }

  /// Moves a picture there and back three times.
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
              // Whole pixels keep its lines sharp.
              node.setTranslateX(Math.rint(way.dx() * part));
              node.setTranslateY(Math.rint(way.dy() * part));
            })
        .withAgain(true);
  }

  /// Drops a stamp onto its place. It is the only animation that overshoots.
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

  /// Moves slowly there and back once.
  ///
  /// @param dx distance in px
  static Course drift(double dx) {
    return once(
            DRIFTS,
            (node, ms) ->
                node.setTranslateX(Math.rint(dx * (1 - Math.cos(2 * Math.PI * ms / DRIFTS)) / 2)))
        .with(course -> course.again(true).slow(true));
  }
}
