package org.libstation.screen;

import javafx.animation.Interpolator;
import javafx.scene.Node;
import org.libstation.screen.picture.Moves.Move;

/// Where a node is at what time, from where it was drawn. Times and ways are those of
/// docs/design.md.
sealed interface Course {
  /// Arrives fast and stops gently.
  Interpolator IN_PLACE = Interpolator.ofSpline(0.2, 0, 0, 1);

  /// From one state to another, in ms.
  double TURNS = 160;

  /// How long it takes in all, in ms.
  double ms();

  /// @param ms since it began
  void put(Node node, double ms);

  /// Whether it is shown once more when nobody follows it.
  default boolean again() {
    return false;
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

  /// A row that is new. Somebody waits for it: its first frame is that of a frame later.
  record Enter() implements Course {
    private static final double RISES = 24;
    private static final double AHEAD = 1000.0 / 30;

    @Override
    public double ms() {
      return 240;
    }

    @Override
    public void put(Node node, double ms) {
      double part = part(IN_PLACE, ms + AHEAD, 0, ms() + AHEAD);
      node.setTranslateY(RISES * (1 - part));
      node.setOpacity(part);
    }
  }

  /// A row that changes its place.
  ///
  /// @param from where it was, in px below where it is
  record Way(double from) implements Course {
    @Override
    public double ms() {
      return 240;
    }

    @Override
    public void put(Node node, double ms) {
      node.setTranslateY(Math.rint(from * (1 - part(IN_PLACE, ms, 0, ms()))));
    }
  }

  /// The ground of a cell, from its left edge.
  record Fill() implements Course {
    /// A node without a width cannot be drawn.
    private static final double LEAST = 1.0 / 64;

    @Override
    public double ms() {
      return TURNS;
    }

    @Override
    public void put(Node node, double ms) {
      double part = Math.max(LEAST, part(IN_PLACE, ms, 0, ms()));
      node.setScaleX(part);
      node.setTranslateX(-node.getLayoutBounds().getWidth() * (1 - part) / 2);
    }
  }

  /// A word in the place of another.
  record Swap() implements Course {
    @Override
    public double ms() {
      return TURNS;
    }

    @Override
    public void put(Node node, double ms) {
      node.setOpacity(part(IN_PLACE, ms, 0, ms()));
    }
  }

  /// The upper edge of a sheet.
  record Rise(double by) implements Course {
    @Override
    public double ms() {
      return 280;
    }

    @Override
    public void put(Node node, double ms) {
      node.setTranslateY(Math.rint(by * (1 - part(IN_PLACE, ms, 0, ms()))));
    }
  }

  /// Three times there and back.
  record Travel(Move.Travel way) implements Course {
    private static final double GOES = 900;
    private static final double HOLDS = 1600;
    private static final double BACK = 300;
    private static final double ROUND = GOES + HOLDS + BACK;
    private static final int TIMES = 3;

    @Override
    public double ms() {
      return ROUND * TIMES;
    }

    @Override
    public boolean again() {
      return true;
    }

    @Override
    public void put(Node node, double ms) {
      double at = ms % ROUND;
      double part =
          way.away()
              ? part(Interpolator.EASE_BOTH, at, 0, GOES)
                  - part(Interpolator.EASE_BOTH, at, GOES + HOLDS, BACK)
              : part(Interpolator.EASE_BOTH, at, 0, BACK)
                  - part(Interpolator.EASE_BOTH, at, BACK, GOES);
      // Whole pixels: its lines stay sharp.
      node.setTranslateX(Math.rint(way.dx() * part));
      node.setTranslateY(Math.rint(way.dy() * part));
    }
  }

  /// The one overshoot there is.
  record Stamp() implements Course {
    private static final double HIGH = 0.35;
    private static final double ASKEW = -3;
    private static final double OVER = 1.5;

    @Override
    public double ms() {
      return 320;
    }

    @Override
    public void put(Node node, double ms) {
      double left = 1 - ms / ms();
      double part = 1 - left * left * ((OVER + 1) * left - OVER);
      node.setScaleX(1 + HIGH * (1 - part));
      node.setScaleY(1 + HIGH * (1 - part));
      node.setRotate(ASKEW * (1 - part));
    }
  }

  /// There and back once.
  record Drift(double dx) implements Course {
    @Override
    public double ms() {
      return 16_000;
    }

    @Override
    public boolean again() {
      return true;
    }

    @Override
    public void put(Node node, double ms) {
      node.setTranslateX(Math.rint(dx * (1 - Math.cos(2 * Math.PI * ms / ms())) / 2));
    }
  }
}
