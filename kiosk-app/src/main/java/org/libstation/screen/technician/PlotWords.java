package org.libstation.screen.technician;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.libstation.flow.state.Figures;
import org.libstation.flow.state.Figures.PeriodFigures;
import org.libstation.screen.kit.look.Ink;
import org.libstation.screen.kit.widget.Saying;
import org.libstation.screen.kit.words.Voice;

/// Words and values for the plots of the health page.
final class PlotWords extends Saying {
  private static final int REASONS = 5;

  PlotWords(Voice voice) {
    super(voice);
  }

  /// Returns all plots, in the order of the page.
  List<Plot.PlotLabels> plots(Figures figures) {
    List<PeriodFigures> slots = figures.slots();
    return List.of(
        lines(
            "loans",
            figures,
            new Plot.PlotSeries(
                say("plot.out"), Ink.ACTION, values(slots, PeriodFigures::checkouts)),
            new Plot.PlotSeries(say("plot.in"), Ink.ASK, values(slots, PeriodFigures::returns))),
        lines(
            "trips",
            figures,
            new Plot.PlotSeries(
                say("plot.median"), Ink.ACTION, longs(slots, PeriodFigures::medianMs)),
            new Plot.PlotSeries(say("plot.p95"), Ink.ASK, longs(slots, PeriodFigures::p95Ms))),
        lines(
            "again",
            figures,
            new Plot.PlotSeries(
                say("plot.reads"), Ink.ACTION, values(slots, PeriodFigures::again))),
        lines(
            "fill",
            figures,
            new Plot.PlotSeries(
                say("plot.full"), Ink.ACTION, ints(slots, PeriodFigures::fillPercent))),
        refusals(figures));
  }

  private Plot.PlotLabels lines(String what, Figures figures, Plot.PlotSeries... rows) {
    List<String> names = figures.slots().stream().map(slot -> String.valueOf(slot.name())).toList();
    return plot(Plot.PlotKind.LINES, what, figures, names, List.of(rows));
  }

  private Plot.PlotLabels plot(
      Plot.PlotKind kind,
      String what,
      Figures figures,
      List<String> names,
      List<Plot.PlotSeries> rows) {
    String span = say(figures.month() ? "health.month" : "health.day");
    String title = say("plot." + what, span);
    String unit = say("plot." + what + ".unit");
    String said =
        rows.stream()
            .map(row -> say("plot.highest", row.name(), Plot.number(Plot.most(row)), unit))
            .reduce(title, (before, next) -> before + " · " + next);
    String across =
        kind == Plot.PlotKind.ACROSS ? "" : say(figures.month() ? "plot.day" : "plot.hour");
    return new Plot.PlotLabels(kind, title, across, unit, said, names, rows);
  }

  private Plot.PlotLabels refusals(Figures figures) {
    List<Map.Entry<String, Integer>> most =
        figures.refusals().entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .limit(REASONS)
            .toList();
    return plot(
        Plot.PlotKind.ACROSS,
        "refused",
        figures,
        most.stream().map(it -> say("plot.reason." + it.getKey())).toList(),
        List.of(
            new Plot.PlotSeries(
                most.isEmpty() ? "" : say("plot.reason." + most.getFirst().getKey()),
                Ink.ACTION,
                most.stream().map(it -> (double) it.getValue()).toList())));
  }

  /// Returns a count of each hour or day.
  static List<Double> values(List<PeriodFigures> slots, ToIntFunction<PeriodFigures> of) {
    return slots.stream().map(slot -> (double) of.applyAsInt(slot)).toList();
  }

  /// Returns a measurement of each hour or day; NaN = nothing was measured.
  static List<Double> longs(List<PeriodFigures> slots, Function<PeriodFigures, OptionalLong> of) {
    return slots.stream()
        .map(of)
        .map(value -> value.isPresent() ? (double) value.getAsLong() : Double.NaN)
        .toList();
  }

  /// Returns a measurement of each hour or day; NaN = nothing was measured.
  static List<Double> ints(List<PeriodFigures> slots, Function<PeriodFigures, OptionalInt> of) {
    return slots.stream()
        .map(of)
        .map(value -> value.isPresent() ? (double) value.getAsInt() : Double.NaN)
        .toList();
  }
}
