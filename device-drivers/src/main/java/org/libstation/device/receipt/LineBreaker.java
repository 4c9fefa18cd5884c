package org.libstation.device.receipt;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Wraps text: Latin at spaces, Chinese between characters, never before a closing mark.
public final class LineBreaker {
  private LineBreaker() {}

  /// @param width in the unit of `measure`
  /// @return at least one line
  public static List<String> wrap(
      String text, String language, double width, ToDoubleFunction<String> measure) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag(language));
    breaks.setText(text);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
      String piece = text.substring(from, to);
      if (!line.isEmpty() && measure.applyAsDouble((line + piece).stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      cutTooLong(piece, width, measure, lines, line);
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  private static void cutTooLong(
      String piece,
      double width,
      ToDoubleFunction<String> measure,
      List<String> lines,
      StringBuilder line) {
    int[] codePoints = piece.codePoints().toArray();
    for (int codePoint : codePoints) {
      String next = Character.toString(codePoint);
      if (!line.isEmpty() && measure.applyAsDouble((line + next).stripTrailing()) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(next);
    }
  }
}
