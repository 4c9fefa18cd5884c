package org.libstation.screen.technician;

import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;

/// A small line of a figure over time, without axes, with a dot at its end. Its scale includes
/// zero. The line has a gap where nothing was measured.
final class Sparkline extends Pane {
  static final double WIDTH = 160;
  static final double HEIGHT = 44;

  private static final double STROKE = 3;
  private static final double DOT = 6;

  Sparkline(Tile.Figure figure, Ink ink) {
    Box.fixed(this, WIDTH, HEIGHT);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(figure.said());
    setMouseTransparent(true);
    List<Double> day = figure.day();
    double most = day.stream().filter(value -> !value.isNaN()).reduce(0.0, Math::max);
    double least = day.stream().filter(value -> !value.isNaN()).reduce(0.0, Math::min);
    double step = (WIDTH - 2 * DOT) / Math.max(1, day.size() - 1);
    Polyline line = line(ink);
    for (int at = 0; at < day.size(); at++) {
      double value = day.get(at);
      double x = DOT + at * step;
      if (Double.isNaN(value)) {
        line = line(ink);
        continue;
      }
      double y = HEIGHT - DOT - share(value, least, most) * (HEIGHT - 2 * DOT);
      line.getPoints().addAll(x, y);
      if (at == last(day)) {
        Circle dot = new Circle(x, y, DOT);
        dot.getStyleClass().add(ink.fill());
        getChildren().add(dot);
      }
    }
  }

  private static double share(double value, double least, double most) {
    return most > least ? (value - least) / (most - least) : 0;
  }

  private static int last(List<Double> day) {
    int last = day.size() - 1;
    while (last > 0 && day.get(last).isNaN()) {
      last--;
    }
    return last;
  }

  private Polyline line(Ink ink) {
    Polyline line = new Polyline();
    line.setFill(null);
    line.setStrokeWidth(STROKE);
    line.setStrokeLineCap(StrokeLineCap.ROUND);
    line.setStrokeLineJoin(StrokeLineJoin.ROUND);
    line.getStyleClass().add(ink.stroke());
    getChildren().add(line);
    return line;
  }
}
