package org.libstation.device.receipt;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/// Wraps text: Latin at spaces, Chinese between characters, never before a closing mark.
public final class LineBreaker {
  /// Days and sums stay together.
  private static final Pattern KEPT =
      Pattern.compile(
          "\\d{4}年\\d{1,2}月\\d{1,2}日"
              + "|\\d{1,2} [A-Z][a-z]{2} \\d{4}"
              + "|[A-Z]{0,3}[$¥€£]\\d[\\d.,]*\\d");

  private LineBreaker() {}

  /// @param width in the unit of `measure`
  /// @return at least one line
  public static List<String> wrap(
      String text, String language, double width, ToDoubleFunction<String> measure) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag(language));
    breaks.setText(text);
    BitSet kept = kept(text);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (kept.get(to)) {
        continue;
      }
      String piece = text.substring(from, to);
      if (!line.isEmpty() && measure.applyAsDouble((line + piece).stripTrailing()) > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      cutTooLong(piece, width, measure, lines, line);
      from = to;
    }
    if (!line.isEmpty() || lines.isEmpty()) {
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /// The places inside what stays together.
  private static BitSet kept(String text) {
    BitSet kept = new BitSet();
    KEPT.matcher(text).results().forEach(each -> kept.set(each.start() + 1, each.end()));
    return kept;
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
