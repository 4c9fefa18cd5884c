package org.libstation.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.flow.state.Language;

/// What stands on a screen, as it is spoken: amounts, dates, times, counts, numbers and codes
/// written out in words, each part of a text for the voice of its own language.
///
/// eSpeak NG 1.52 drops the point of 1.50 in Cantonese (heard); so no figure reaches an engine.
/// Codes and numbers of four and more digits are read sign by sign.
public final class SpokenWords {
  private static final Pattern LATIN =
      Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}\\d .,:;'’‘“”!?()/\"-]*");
  private static final Pattern WORD = Pattern.compile("\\p{IsLatin}{2}");
  private static final Pattern HAN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}](?:[^\\p{IsLatin}]*"
              + "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}])?[\\u3000-\\u303F\\uFF00-\\uFFEF]*");
  private static final Pattern QUOTES = Pattern.compile("[《》〈〉「」『』“”\"*\\u2060]");
  private static final Pattern PAUSES = Pattern.compile(" ?[·…\\n→←•●|～~\\u2009–—]+ ?");
  private static final Pattern SPACES = Pattern.compile("[ \\u00A0]+");
  private static final Pattern CHINESE_SPACE = Pattern.compile("(?<![A-Za-z]) (?![A-Za-z])");
  private static final Pattern SOUND = Pattern.compile("[\\p{L}]");

  private SpokenWords() {}

  /// @param language of the screen
  /// @param text as written
  /// @return nothing where there is nothing to say
  public static List<Spoken> of(Language language, String text) {
    String plain = QUOTES.matcher(text).replaceAll("");
    boolean chinese = language != Language.EN;
    String shaped = chinese ? chinese(language).shapes(plain) : EnglishWords.shapes(plain);
    String paused = PAUSES.matcher(shaped).replaceAll(chinese ? "，" : ", ");
    List<Spoken> pieces = new ArrayList<>();
    Pattern other = chinese ? LATIN : HAN;
    Language otherLanguage = chinese ? Language.EN : Language.ZH_HANT_HK;
    Matcher runs = other.matcher(paused);
    int from = 0;
    while (runs.find()) {
      // A letter alone is part of a code.
      if (!chinese || WORD.matcher(runs.group()).find()) {
        add(pieces, language, paused.substring(from, runs.start()));
        add(pieces, otherLanguage, runs.group());
        from = runs.end();
      }
    }
    add(pieces, language, paused.substring(from));
    return List.copyOf(pieces);
  }

  private static void add(List<Spoken> pieces, Language language, String part) {
    String said =
        language == Language.EN
            ? EnglishWords.figures(EnglishWords.shapes(part))
            : chinese(language).figures(part);
    said = SPACES.matcher(said).replaceAll(" ").strip();
    if (language != Language.EN) {
      said = CHINESE_SPACE.matcher(said).replaceAll("");
    }
    if (SOUND.matcher(said).find()) {
      pieces.add(new Spoken(language, said));
    }
  }

  private static ChineseWords chinese(Language language) {
    return new ChineseWords(language == Language.ZH_HANS);
  }
}
