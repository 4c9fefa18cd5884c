package org.libstation.screen.kit.words;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.libstation.screen.kit.look.LineBreaks;

/// Cuts a text so that each piece can be read by itself.
public final class Sentences {
  private Sentences() {}

  /// Cuts after each full stop; the space goes with what follows.
  public static List<String> of(String text) {
    return after(text, "。！？", ".!?");
  }

  /// Cuts after each full stop. A sentence that does not fit is cut after each comma, then in the
  /// middle. The spaces between the pieces stand before them.
  ///
  /// @param fits tells whether a piece has room
  public static List<String> fitting(String text, Predicate<String> fits) {
    List<String> pieces = new ArrayList<>();
    for (String sentence : answered(of(text), fits)) {
      if (fits.test(sentence)) {
        pieces.add(sentence);
      } else {
        after(sentence, "，；：", ",;:").forEach(clause -> halve(clause, fits, pieces));
      }
    }
    return pieces;
  }

  /// Joins a question with the sentence after it, if both fit.
  private static List<String> answered(List<String> sentences, Predicate<String> fits) {
    List<String> all = new ArrayList<>();
    for (String sentence : sentences) {
      boolean asked =
          !all.isEmpty() && "？?".indexOf(all.getLast().charAt(all.getLast().length() - 1)) >= 0;
      if (asked && fits.test(all.getLast() + sentence)) {
        all.add(all.removeLast() + sentence);
      } else {
        all.add(sentence);
      }
    }
    return all;
  }

  private static void halve(String text, Predicate<String> fits, List<String> into) {
    int middle = fits.test(text) ? 0 : middle(text);
    if (middle == 0) {
      into.add(text);
    } else {
      halve(text.substring(0, middle), fits, into);
      halve(text.substring(middle), fits, into);
    }
  }

  /// Place nearest to the middle where a line may end; 0 = none. The space before it goes with what
  /// follows.
  private static int middle(String text) {
    BreakIterator lines = BreakIterator.getLineInstance();
    lines.setText(text);
    BitSet closed = LineBreaks.closed(text);
    int best = 0;
    for (int at = lines.first(); at != BreakIterator.DONE; at = lines.next()) {
      int cut = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
      boolean inside =
          cut > 0 && cut < text.length() && !closed.get(at) && !text.substring(0, cut).isBlank();
      if (inside && Math.abs(2 * cut - text.length()) < Math.abs(2 * best - text.length())) {
        best = cut;
      }
    }
    return best;
  }

  /// @param latin full stops or commas that count only before a space
  private static List<String> after(String text, String chinese, String latin) {
    IntPredicate ends =
        at ->
            chinese.indexOf(text.charAt(at)) >= 0
                || (latin.indexOf(text.charAt(at)) >= 0
                    && at + 1 < text.length()
                    && text.charAt(at + 1) == ' ');
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      if (ends.test(at)) {
        parts.add(text.substring(from, at + 1));
        from = at + 1;
      }
    }
    if (from < text.length()) {
      parts.add(text.substring(from));
    }
    return parts;
  }
}
