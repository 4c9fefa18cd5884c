package org.libstation.screen.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.libstation.flow.state.Language;
import org.libstation.language.Grammar;
import org.libstation.language.speech.Spoken;
import org.libstation.language.speech.SpokenWords;
import org.libstation.language.speech.Utterance;

/// Makes one breath of a line of a screen.
final class Sentence {
  private static final Pattern ENDED = Pattern.compile(".*[.,:;!?。，：；！？、]", Pattern.DOTALL);

  private Sentence() {}

  /// @param screen the language of the screen
  /// @param intimate whether everything on its stage is about the person
  static Utterance of(SpokenLine line, Language screen, boolean intimate) {
    Language language = line.language().orElse(screen);
    List<Spoken> pieces = new ArrayList<>();
    for (String part : line.parts()) {
      SpokenWords.of(language, part).forEach(piece -> join(pieces, piece));
    }
    return new Utterance(line.about(), pieces, isPersonal(line, intimate));
  }

  /// Pieces of one voice are said by one voice at a time.
  private static void join(List<Spoken> pieces, Spoken next) {
    if (pieces.isEmpty() || pieces.getLast().language() != next.language()) {
      pieces.add(next);
      return;
    }
    Spoken former = pieces.removeLast();
    String gap =
        !ENDED.matcher(former.words()).matches()
            ? Grammar.of(next.language()).word("pause")
            : next.language().script() == Language.Script.HAN ? "" : " ";
    pieces.add(new Spoken(next.language(), former.words() + gap + next.words()));
  }

  static boolean hasSum(String words) {
    return Grammar.SUM.matcher(words).find();
  }

  /// What a key says but for what it costs.
  static String withoutSums(String words) {
    return Grammar.SUM.matcher(words).replaceAll(" ").strip().replaceAll(" +", " ");
  }

  /// A sum is personal wherever it stands.
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
