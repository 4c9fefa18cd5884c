package org.libstation.screen.technician;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import javafx.scene.AccessibleRole;
import javafx.scene.chart.Axis;
import javafx.scene.chart.BarChart;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.look.Look;
import org.libstation.screen.kit.look.Role;
import org.libstation.screen.kit.look.Type;
import org.libstation.screen.kit.look.Writing;

/// A plot drawn by JavaFX's chart classes in the theme's colours, without animation. It shows lines
/// over hours or days, or horizontal bars with a reason each. Lines differ by their dashes as well
/// as by colour. Speech reads the plot as one sentence.
final class Plot extends VBox {
  private static final double HEIGHT = 200;
  private static final int TICKS = 2;

  /// Every sixth hour or day has a label.
  private static final int SLOTS_A_TICK = 6;

  /// Kind of plot: lines, or horizontal bars.
  enum PlotKind {
    LINES,
    ACROSS
  }

  /// A line of the plot, or a set of bars.
  ///
  /// @param values NaN = nothing was measured
  record PlotSeries(String name, Ink ink, List<Double> values) {
    PlotSeries {
      values = List.copyOf(values);
    }
  }

  /// Words and values of a plot.
  ///
  /// @param across label of the horizontal axis, such as "hour"
  /// @param unit of the values
  /// @param said sentence that is read aloud
  /// @param names of the hours or days, or of the bars
  record PlotLabels(
      PlotKind kind,
      String title,
      String across,
      String unit,
      String said,
      List<String> names,
      List<PlotSeries> rows) {
    PlotLabels {
      names = List.copyOf(names);
      rows = List.copyOf(rows);
    }

    /// Returns the largest value of all rows; 0 if nothing was measured.
    double most() {
      return rows.stream().mapToDouble(Plot::most).max().orElse(0);
    }
  }

  /// Returns the largest measured value; 0 if nothing was measured.
  static double most(PlotSeries row) {
    return row.values().stream()
        .filter(value -> !value.isNaN())
        .mapToDouble(Double::doubleValue)
        .max()
        .orElse(0);
  }

  /// @param none text if nothing was measured
  Plot(Type type, PlotLabels words, double width, String none) {
    super(4);
    getStyleClass().add("box");
    Box.padded(this, 12, 14, 8, 14);
    setMinSize(width, Region.USE_PREF_SIZE);
    setMaxWidth(width);
    getChildren().add(head(type, words));
    if (words.most() <= 0) {
      Writing text = type.write(Role.TECH_SMALL, false, Ink.TEXT_2, none);
      text.setMinHeight(HEIGHT);
      getChildren().add(text);
      return;
    }
    XYChart<?, ?> chart =
        switch (words.kind()) {
          case LINES -> lines(type, words);
          case ACROSS -> across(type, words);
        };
    chart.setLegendVisible(false);
    chart.setAnimated(false);
    Box.high(chart, HEIGHT);
    chart.getStylesheets().add(sheet());
    chart.setFocusTraversable(false);
    chart.setMouseTransparent(true);
    chart.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    chart.setAccessibleText(words.said());
    getChildren().add(chart);
  }

  private static String sheet() {
    URL url = Plot.class.getResource("charts.css");
    if (url == null) {
      throw new IllegalStateException("charts.css is not in the program");
    }
    return url.toExternalForm();
  }

  private static VBox head(Type type, PlotLabels words) {
    VBox head = Box.column(4, type.write(Role.TECH_SMALL, true, Ink.TEXT, words.title()));
    if (words.rows().size() > 1) {
      HBox keys = Box.row(16);
      for (PlotSeries row : words.rows()) {
        Rectangle swatch = new Rectangle(24, 12);
        swatch.getStyleClass().add(row.ink().fill());
        Box.add(
            keys,
            Box.row(
                8, swatch, type.write(Role.TECH_SMALL, false, Ink.TEXT_2, row.name()).oneLine()));
      }
      Box.add(head, keys);
    }
    return head;
  }

  private static XYChart<Number, Number> lines(Type type, PlotLabels words) {
    LineChart<Number, Number> chart =
        new LineChart<>(slots(type, words), numbers(type, words, words.unit()));
    chart.setCreateSymbols(false);
    List<PlotSegment> pieces = new ArrayList<>();
    for (int row = 0; row < words.rows().size(); row++) {
      pieces(pieces, words.rows().get(row), row > 0);
    }
    pieces.forEach(piece -> chart.getData().add(piece.series()));
    // JavaFX sets the style classes of all series anew when one is added.
    pieces.forEach(
        piece ->
            piece
                .series()
                .getNode()
                .getStyleClass()
                .addAll(piece.ink().stroke(), piece.dashed() ? "dashed-line" : "whole-line"));
    return chart;
  }

  /// A line without gaps.
  private record PlotSegment(XYChart.Series<Number, Number> series, Ink ink, boolean dashed) {}

  /// Splits a line where nothing was measured: each piece becomes a series.
  private static void pieces(List<PlotSegment> pieces, PlotSeries row, boolean dashed) {
    XYChart.Series<Number, Number> piece = new XYChart.Series<>();
    for (int at = 0; at <= row.values().size(); at++) {
      boolean there = at < row.values().size() && !row.values().get(at).isNaN();
      if (there) {
        piece.getData().add(new XYChart.Data<>(at, row.values().get(at)));
      } else if (!piece.getData().isEmpty()) {
        if (piece.getData().size() == 1) {
          // A single value must be visible too.
          piece.getData().add(new XYChart.Data<>(at - 0.6, row.values().get(at - 1)));
        }
        pieces.add(new PlotSegment(piece, row.ink(), dashed));
        piece = new XYChart.Series<>();
      }
    }
  }

  /// Creates the horizontal axis of hours or days, some of them labelled.
  private static NumberAxis slots(Type type, PlotLabels words) {
    List<String> names = words.names();
    NumberAxis axis = new NumberAxis(0, Math.max(1, names.size() - 1), SLOTS_A_TICK);
    axis.setMinorTickVisible(false);
    axis.setTickLabelFormatter(
        written(
            value -> {
              int at = (int) Math.round(value);
              return at >= 0 && at < names.size() ? names.get(at) : "";
            }));
    suit(type, axis, words.across());
    return axis;
  }

  private static XYChart<Number, String> across(Type type, PlotLabels words) {
    List<String> names = words.names().reversed();
    List<Double> values = words.rows().getFirst().values().reversed();
    CategoryAxis reasons = new CategoryAxis();
    reasons.getCategories().setAll(names);
    suit(type, reasons, "");
    BarChart<Number, String> chart = new BarChart<>(numbers(type, words, words.unit()), reasons);
    chart.setCategoryGap(10);
    XYChart.Series<Number, String> series = new XYChart.Series<>();
    for (int at = 0; at < names.size(); at++) {
      series.getData().add(new XYChart.Data<>(values.get(at), names.get(at)));
    }
    chart.getData().add(series);
    String ground = words.rows().getFirst().ink().back();
    series.getData().forEach(bar -> bar.getNode().getStyleClass().add(ground));
    return chart;
  }

  private static NumberAxis numbers(Type type, PlotLabels words, String unit) {
    double most = nice(words.most());
    NumberAxis axis = new NumberAxis(0, most, most / TICKS);
    axis.setMinorTickVisible(false);
    axis.setTickLabelFormatter(written(Plot::number));
    suit(type, axis, unit);
    return axis;
  }

  private static StringConverter<Number> written(DoubleFunction<String> words) {
    return new StringConverter<>() {
      @Override
      public String toString(Number value) {
        return words.apply(value.doubleValue());
      }

      @Override
      public Number fromString(String text) {
        throw new UnsupportedOperationException("an axis is only written");
      }
    };
  }

  private static void suit(Type type, Axis<?> axis, String label) {
    axis.setAnimated(false);
    axis.setTickLabelFont(
        Look.font(type.look().language().sans(), false, type.look().px(Role.TECH_SMALL)));
    axis.setLabel(label.isEmpty() ? null : label);
    axis.setStyle("-fx-font-family: \"" + type.look().language().sans() + "\";");
  }

  /// Rounds up to 1, 2, 4, 6 or 10 times a power of ten, so that half of it is a short number too.
  /// A value up to 1 becomes 2 instead of 1.
  private static double nice(double most) {
    double ten = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : List.of(1.0, 2.0, 4.0, 6.0, 10.0)) {
      if (most <= step * ten) {
        return step * ten == 1 ? 2 : step * ten;
      }
    }
    return most;
  }

  /// Writes a value: one decimal between 0 and 1, otherwise none.
  static String number(double value) {
    return String.format(Locale.ROOT, value > 0 && value < 1 ? "%.1f" : "%.0f", value);
  }
}
