package org.libstation.screen.speech;

import java.util.ArrayList;
import java.util.List;
import org.libstation.flow.state.Language;
import org.libstation.language.Grammar;
import org.libstation.language.speech.Spoken;
import org.libstation.language.speech.SpokenWords;
import org.libstation.language.speech.Utterance;

/// Converts a line of a screen to one utterance.
final class Sentence {
  private Sentence() {}

  /// @param screen language of the screen
  /// @param intimate whether everything on its stage is about the patron
  static Utterance of(SpokenLine line, Language screen, boolean intimate) {
    Language language = line.language().orElse(screen);
    List<Spoken> pieces = new ArrayList<>();
    for (String part : line.parts()) {
      SpokenWords.of(language, part).forEach(piece -> join(pieces, piece));
    }
    return new Utterance(line.about(), pieces, isPersonal(line, intimate));
  }

  /// Joins neighbouring pieces in the same language, so that one voice speaks them together.
  private static void join(List<Spoken> pieces, Spoken next) {
    if (pieces.isEmpty() || pieces.getLast().language() != next.language()) {
      pieces.add(next);
      return;
    }
    Spoken former = pieces.removeLast();
    String gap = SpokenWords.gap(next.language(), former.words(), former.words().length());
    pieces.add(new Spoken(next.language(), former.words() + gap + next.words()));
  }

  static boolean hasSum(String words) {
    return Grammar.SUM.matcher(words).find();
  }

  /// Returns the words of a key without sums of money.
  static String withoutSums(String words) {
    return Grammar.SUM.matcher(words).replaceAll(" ").strip().replaceAll(" +", " ");
  }

  /// Whether a line is personal; a sum of money always is.
  private static boolean isPersonal(SpokenLine line, boolean intimate) {
    return line.personal()
        || line.parts().stream().anyMatch(Sentence::hasSum)
        || (intimate
            && line.part() == SpokenLine.SpokenScreenPart.STAGE
            && switch (line.kind()) {
              case HEADING, TEXT, ROW, NOTICE -> true;
              case HAND, KEY, MASKED, COUNT_DOWN -> false;
            });
  }
}
