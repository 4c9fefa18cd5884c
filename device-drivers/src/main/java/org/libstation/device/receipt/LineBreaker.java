package org.libstation.device.receipt;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import org.libstation.han.ChineseWords;

/// Wraps text: Latin at spaces, Chinese between words, never before a closing mark. A date, a time,
/// an amount, a telephone number and an address stay on one line if they fit on one. The last line
/// never has only one letter.
public final class LineBreaker {
  /// Texts that stay together if a line has room for them.
  private static final Pattern KEPT =
      Pattern.compile(
          "\\d{4}年\\d{1,2}月\\d{1,2}日"
              + "|\\d{1,2} [A-Z][a-z]{2,8}\\b(?: \\d{4})?"
              + "|\\d{1,2}(?::\\d{2})? [ap]m\\b"
              + "|(?:\\d+ (?:days?|[天日]) )?[×=] [A-Z]{0,3}[$¥€£]\\d[\\d.,]*\\d"
              + "|\\d{1,2}月\\d{1,2}日"
              + "|(?:星期|[周週])[一二三四五六日天]"
              + "|(?:[早晚]上|[上下]午)?\\d{1,2}(?:[時时点點]|:\\d{2})"
              + "|\\d{4} \\d{4}"
              + "|\\d+ [本件項项天日]"
              + "|https?://[!-~]+"
              + "|[A-Z]{0,3}[$¥€£]\\d[\\d.,]*\\d");

  private LineBreaker() {}

  /// Wraps a text.
  ///
  /// @param width in the unit of `measure`
  /// @return at least one line
  public static List<String> wrap(
      String text, String language, double width, ToDoubleFunction<String> measure) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag(language));
    breaks.setText(text);
    BitSet kept = kept(text, width, measure);
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

  /// The positions inside texts that stay together.
  private static BitSet kept(String text, double width, ToDoubleFunction<String> measure) {
    BitSet kept = ChineseWords.inside(text);
    KEPT.matcher(text)
        .results()
        .filter(each -> measure.applyAsDouble(each.group()) <= width)
        .forEach(each -> kept.set(each.start() + 1, each.end()));
    int last = letterBefore(text, text.length());
    int other = letterBefore(text, last);
    if (other >= 0) {
      kept.set(other + 1, last + 1);
    }
    return kept;
  }

  /// Position of the last letter or digit before `end`; -1 if there is none.
  private static int letterBefore(String text, int end) {
    for (int at = end - 1; at >= 0; at--) {
      if (Character.isLetterOrDigit(text.charAt(at))) {
        return at;
      }
    }
    return -1;
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
