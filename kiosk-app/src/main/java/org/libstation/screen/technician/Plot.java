package org.libstation.screen.technician;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.libstation.screen.common.Box;
import org.libstation.screen.common.Ink;
import org.libstation.screen.common.Role;
import org.libstation.screen.common.Type;
import org.libstation.screen.common.Writing;

/// A small plot: bars by the hour, lines, or bars across with a reason each. A line differs from
/// another by its dash too. Shapes only, in the colours of the theme.
final class Plot extends VBox {
  private static final double HEIGHT = 150;
  private static final double LEFT = 60;

  /// What is drawn.
  enum Kind {
    BARS,
    LINES,
    ACROSS
  }

  /// @param values NaN = nothing was measured
  record Row(String name, Ink ink, List<Double> values) {
    Row {
      values = List.copyOf(values);
    }
  }

  /// @param names of the slots, or of the bars across
  record Words(Kind kind, String title, List<String> names, List<Row> rows) {
    Words {
      names = List.copyOf(names);
      rows = List.copyOf(rows);
    }

    static Words bars(String title, List<String> names, Row... rows) {
      return new Words(Kind.BARS, title, names, List.of(rows));
    }

    static Words lines(String title, List<String> names, Row... rows) {
      return new Words(Kind.LINES, title, names, List.of(rows));
    }

    static Words across(String title, List<String> names, Row row) {
      return new Words(Kind.ACROSS, title, names, List.of(row));
    }

    double most() {
      return rows.stream()
          .flatMap(row -> row.values().stream())
          .filter(value -> !value.isNaN())
          .mapToDouble(Double::doubleValue)
          .max()
          .orElse(0);
    }
  }

  /// @param none what stands there when nothing was measured
  Plot(Type type, Words words, double width, String none) {
    super(8);
    getStyleClass().add("box");
    Box.padded(this, 14, 18, 14, 18);
    setMinSize(width, Region.USE_PREF_SIZE);
    setMaxWidth(width);
    getChildren().add(head(type, words));
    double inner = width - 36;
    if (words.most() <= 0) {
      Writing text = type.write(Role.TECH_SMALL, false, Ink.TEXT_2, none);
      text.setMinHeight(HEIGHT);
      getChildren().add(text);
    } else if (words.kind() == Kind.ACROSS) {
      getChildren().add(across(type, words, inner));
    } else {
      getChildren().addAll(area(type, words, inner), axis(type, words));
    }
  }

  private static VBox head(Type type, Words words) {
    VBox head = Box.column(4, type.write(Role.TECH_SMALL, true, Ink.TEXT, words.title()));
    if (words.rows().size() > 1) {
      HBox keys = Box.row(16);
      for (Row row : words.rows()) {
        Rectangle swatch = new Rectangle(24, 12);
        swatch.getStyleClass().add(row.ink().fill());
        keys.getChildren()
            .add(
                Box.row(
                    8,
                    swatch,
                    type.write(Role.TECH_SMALL, false, Ink.TEXT_2, row.name()).oneLine()));
      }
      head.getChildren().add(keys);
    }
    return head;
  }

  private static HBox area(Type type, Words words, double inner) {
    double most = nice(words.most());
    Pane canvas = new Pane();
    double width = inner - LEFT - 8;
    canvas.setMinSize(width, HEIGHT);
    canvas.setMaxSize(width, HEIGHT);
    for (double share : List.of(0.0, 0.5, 1.0)) {
      Line rule = new Line(0, HEIGHT * share, width, HEIGHT * share);
      rule.getStyleClass().add(Ink.TEXT_2.stroke());
      rule.setOpacity(0.35);
      canvas.getChildren().add(rule);
    }
    double step = width / Math.max(1, words.names().size());
    for (int at = 0; at < words.rows().size(); at++) {
      Row row = words.rows().get(at);
      if (words.kind() == Kind.BARS) {
        bars(canvas, row, at, words.rows().size(), step, most);
      } else {
        lines(canvas, row, at, step, most);
      }
    }
    VBox scale = new VBox();
    scale.setMinSize(LEFT, HEIGHT);
    scale.setMaxSize(LEFT, HEIGHT);
    scale.setAlignment(Pos.TOP_RIGHT);
    Region between = new Region();
    VBox.setVgrow(between, javafx.scene.layout.Priority.ALWAYS);
    scale
        .getChildren()
        .addAll(
            type.write(Role.TECH_SMALL, false, Ink.TEXT_2, number(most)).oneLine(),
            between,
            type.write(Role.TECH_SMALL, false, Ink.TEXT_2, "0").oneLine());
    HBox both = Box.row(8, scale, canvas);
    both.setAlignment(Pos.TOP_LEFT);
    return both;
  }

  private static void bars(Pane canvas, Row row, int at, int of, double step, double most) {
    double thick = Math.max(2, step * 0.8 / of);
    for (int i = 0; i < row.values().size(); i++) {
      double high = row.values().get(i) / most * HEIGHT;
      if (high > 0) {
        Rectangle bar = new Rectangle(i * step + at * thick, HEIGHT - high, thick, high);
        bar.getStyleClass().add(row.ink().fill());
        canvas.getChildren().add(bar);
      }
    }
  }

  private static void lines(Pane canvas, Row row, int at, double step, double most) {
    double beforeX = Double.NaN;
    double beforeY = Double.NaN;
    for (int i = 0; i < row.values().size(); i++) {
      double value = row.values().get(i);
      double x = i * step + step / 2;
      double y = HEIGHT - value / most * HEIGHT;
      if (!Double.isNaN(value)) {
        if (Double.isNaN(beforeY)) {
          Circle dot = new Circle(x, y, 3);
          dot.getStyleClass().add(row.ink().fill());
          canvas.getChildren().add(dot);
        } else {
          Line piece = new Line(beforeX, beforeY, x, y);
          piece.getStyleClass().add(row.ink().stroke());
          piece.setStrokeWidth(3);
          if (at > 0) {
            piece.getStrokeDashArray().setAll(8.0, 6.0);
          }
          canvas.getChildren().add(piece);
        }
      }
      beforeX = x;
      beforeY = Double.isNaN(value) ? Double.NaN : y;
    }
  }

  private static HBox axis(Type type, Words words) {
    List<String> names = words.names();
    HBox axis = Box.row(0);
    Box.padded(axis, 0, 0, 0, LEFT + 8);
    if (!names.isEmpty()) {
      axis.getChildren()
          .addAll(
              type.write(Role.TECH_SMALL, false, Ink.TEXT_2, names.getFirst()).oneLine(),
              Box.space(),
              type.write(Role.TECH_SMALL, false, Ink.TEXT_2, names.get(names.size() / 2)).oneLine(),
              Box.space(),
              type.write(Role.TECH_SMALL, false, Ink.TEXT_2, names.getLast()).oneLine());
    }
    return axis;
  }

  private static VBox across(Type type, Words words, double inner) {
    VBox rows = Box.column(6);
    Row row = words.rows().getFirst();
    double room = inner * 0.35;
    for (int i = 0; i < words.names().size(); i++) {
      double value = row.values().get(i);
      Rectangle bar = new Rectangle(Math.max(4, value / words.most() * room), 20);
      bar.getStyleClass().add(row.ink().fill());
      rows.getChildren()
          .add(
              Box.row(
                  8,
                  Box.grow(
                      type.write(Role.TECH_SMALL, false, Ink.TEXT, words.names().get(i)).oneLine()),
                  bar,
                  type.write(Role.TECH_SMALL, true, Ink.TEXT, number(value)).oneLine()));
    }
    return rows;
  }

  /// The next of 1, 2, 5 times a power of ten.
  private static double nice(double most) {
    double ten = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : List.of(1.0, 2.0, 5.0, 10.0)) {
      if (most <= step * ten) {
        return step * ten;
      }
    }
    return most;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 1 ? "%.1f" : "%.0f", value);
  }
}
