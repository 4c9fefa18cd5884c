package org.libstation.language.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.flow.state.Language;
import org.libstation.language.Grammar;

/// Converts written text to spoken words. Amounts, dates, times, counts, numbers and codes are
/// written out in words. Each part of a text is for the voice of its own language.
///
/// No figure reaches an engine, because eSpeak NG 1.52 drops the point of 1.50 in Cantonese
/// (heard). Codes, and numbers of four or more digits, are read character by character.
public final class SpokenWords {
  private static final String RUN = "[\\p{IsLatin}\\p{M}\\d .,:;'’‘“”!?()/\"-]*";

  /// A single letter is part of a code.
  private static final Pattern LATIN =
      Pattern.compile("(?=\\p{IsLatin}" + RUN + "(?<=\\p{IsLatin}{2}))\\p{IsLatin}" + RUN);

  private static final Pattern HAN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}](?:[^\\p{IsLatin}]*"
              + "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])?[\\u3000-\\u303F\\uFF00-\\uFFEF]*");
  private static final Pattern QUOTES = Pattern.compile("[《》〈〉「」『』“”\"*\\u2060]");
  private static final Pattern PAUSES = Pattern.compile(" ?[·…\\n→←•●|～~\\u2009–—]+ ?");

  /// Marks at which a voice pauses.
  private static final String ENDS = ".,:;!?。，：；！？、";

  private static final Pattern SPACES = Pattern.compile("[ \\u00A0]+");
  private static final Pattern CHINESE_SPACE = Pattern.compile("(?<![A-Za-z]) (?![A-Za-z])");
  private static final Pattern SOUND = Pattern.compile("[\\p{L}]");

  private SpokenWords() {}

  /// Converts a text.
  ///
  /// @param language language of the screen
  /// @param text as written
  /// @return empty if there is nothing to speak
  public static List<Spoken> of(Language language, String text) {
    Grammar grammar = Grammar.of(language);
    String plain = grammar.shapes(QUOTES.matcher(text).replaceAll(""));
    String paused =
        PAUSES
            .matcher(plain)
            .replaceAll(gap -> Matcher.quoteReplacement(gap(language, plain, gap.start())));
    List<Spoken> pieces = new ArrayList<>();
    Matcher runs = foreign(language).matcher(paused);
    int from = 0;
    while (runs.find()) {
      add(pieces, language, paused.substring(from, runs.start()));
      add(pieces, language.other(), runs.group());
      from = runs.end();
    }
    add(pieces, language, paused.substring(from));
    return List.copyOf(pieces);
  }

  /// Returns what separates two parts that one voice speaks: a pause, or nothing more where a mark
  /// already ends the first part.
  ///
  /// @param end index of the end of the first part
  public static String gap(Language language, String text, int end) {
    return end == 0 || ENDS.indexOf(text.charAt(end - 1)) < 0
        ? Grammar.of(language).word("pause")
        : language.script() == Language.Script.HAN ? "" : " ";
  }

  /// Returns the pattern of text for another voice.
  private static Pattern foreign(Language language) {
    return switch (language.script()) {
      case HAN -> LATIN;
      case LATIN -> HAN;
    };
  }

  private static void add(List<Spoken> pieces, Language language, String part) {
    Grammar grammar = Grammar.of(language);
    String said = SPACES.matcher(grammar.figures(grammar.shapes(part))).replaceAll(" ").strip();
    if (language.script() == Language.Script.HAN) {
      said = CHINESE_SPACE.matcher(said).replaceAll("");
    }
    if (SOUND.matcher(said).find()) {
      pieces.add(new Spoken(language, said));
    }
  }
}
