package org.libstation.screen.kit.look;

import java.text.BreakIterator;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libstation.flow.state.Language;
import org.libstation.han.ChineseWords;
import org.libstation.language.Grammar;

/// Finds the places where a line must not end. They are inside a word, a date, a time or a sum,
/// between a number and what it counts, and before the last character of a text.
///
/// [ChineseWords] has the words of Chinese.
///
/// A path may be broken behind a slash, before its options, and behind an underscore or dash of a
/// long name. The name of a file or setting is never broken.
///
/// [#joined] puts the rules into a text. It writes a zero-width no-break space (U+FEFF) where no
/// line may end. Unicode's U+2060 does not help: JavaFX 26 breaks beside it and draws it as an
/// empty box. Where a path may be broken it writes a hair space (U+200A).
public final class LineBreaks {
  private static final char JOINER = '\uFEFF';
  private static final char NO_BREAK_SPACE = '\u00A0';
  private static final char MAY_BREAK = '\u200A';

  /// Path of a device or file, with the options that follow it in an address.
  private static final Pattern PATH =
      Pattern.compile("(?:[a-z]+:)?(?:/[\\w.:-]+){2,}(?:\\?[\\w=&.,-]+)?");

  /// Longest name in a path that is never broken, in characters.
  private static final int LONG_NAME = 20;

  private static final String BOLD = "**";

  /// Texts that belong together in every language: patterns of the languages, sums, figures,
  /// telephone numbers.
  private static final List<Pattern> TOGETHER =
      Stream.concat(
              Stream.of(
                  Grammar.SUM.pattern(),
                  "\\d+( ?[/×] ?\\d+)+",
                  "\\b\\d{3,4} \\d{4}\\b",
                  "\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b",
                  "\\b[\\w-]+\\.(?:yaml|md|log|key|pem|zip|csv|pdf)\\b",
                  // Matches a setting, but no web page or mailbox. Behind the full stop of a
                  // sentence is a space.
                  "(?<![/@.-])\\b[a-z]+(?:-[a-z]+)*(?:\\.[a-z-]+)+",
                  "\\./[a-z]+|--[a-z-]+"),
              // Takes the patterns of every language, because a title may be in another one.
              Stream.of(Language.values()).flatMap(each -> Grammar.of(each).kept().stream()))
          .distinct()
          .map(Pattern::compile)
          .toList();

  private static final Pattern TIED = Pattern.compile("[^ \\n\\u00A0]+(\\u00A0[^ \\n\\u00A0]+)+");

  private LineBreaks() {}

  /// Positions of a text before which no line may begin. If such a position is at a space, no line
  /// may begin on either side of the space.
  public static BitSet closed(String text) {
    BitSet closed = ChineseWords.inside(text);
    for (Pattern each : TOGETHER) {
      Matcher found = each.matcher(text);
      while (found.find()) {
        closed.set(found.start() + 1, found.end());
      }
    }
    Matcher path = PATH.matcher(text);
    while (path.find()) {
      closed.set(path.start() + 1, path.end());
      opened(path).stream().forEach(closed::clear);
    }
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      ending(text, from, end, closed);
      from = end + 1;
    }
    ending(text, from, text.length(), closed);
    return closed;
  }

  /// Positions in a path before which a line may begin.
  private static BitSet opened(Matcher path) {
    BitSet opened = new BitSet();
    String all = path.group();
    int name = 0;
    for (int at = 1; at < all.length(); at++) {
      char before = all.charAt(at - 1);
      char next = all.charAt(at);
      if (before == '/') {
        name = at;
        opened.set(path.start() + at, at > all.indexOf('/') + 1);
      } else if (next == '?' || next == '&') {
        name = at;
        opened.set(path.start() + at);
      } else if ((before == '_' || before == '-') && length(all, name) > LONG_NAME) {
        opened.set(path.start() + at);
      }
    }
    return opened;
  }

  private static int length(String path, int from) {
    int to = from;
    while (to < path.length() && "/?&".indexOf(path.charAt(to)) < 0) {
      to++;
    }
    return to - from;
  }

  /// Text with the characters that control its line breaks; `**` stays where it is.
  static String joined(String text) {
    if (text.length() < 2) {
      return text;
    }
    String plain = text.replace(BOLD, "");
    BitSet closed = closed(plain);
    if (closed.isEmpty()) {
      return text;
    }
    BreakIterator lines = BreakIterator.getLineInstance();
    lines.setText(plain);
    BitSet joints = new BitSet(plain.length());
    for (int at = closed.nextSetBit(0); at >= 0; at = closed.nextSetBit(at + 1)) {
      if (at < plain.length() && lines.isBoundary(at)) {
        joints.set(at);
      }
    }
    BitSet opened = new BitSet();
    Matcher path = PATH.matcher(plain);
    while (path.find()) {
      opened.or(opened(path));
    }
    StringBuilder joined = new StringBuilder(text.length() * 2);
    int at = 0;
    for (int from = 0; from < text.length(); ) {
      if (text.startsWith(BOLD, from)) {
        joined.append(BOLD);
        from += BOLD.length();
        continue;
      }
      char sign = text.charAt(from);
      if (joints.get(at) && plain.charAt(at - 1) != ' ') {
        joined.append(JOINER);
      } else if (opened.get(at)) {
        joined.append(MAY_BREAK);
      }
      joined.append(sign == ' ' && joints.get(at + 1) ? NO_BREAK_SPACE : sign);
      from++;
      at++;
    }
    return joined.toString();
  }

  /// Frees the last word of each tied group that does not fit in one line, such as the year of a
  /// date.
  ///
  /// @param joined result of [#joined]
  /// @param fits tells whether a group fits in one line
  static String loosened(String joined, Predicate<String> fits) {
    String loosened = joined;
    Matcher found = TIED.matcher(joined);
    while (found.find()) {
      int last = found.start() + found.group().lastIndexOf(NO_BREAK_SPACE);
      if (!fits.test(found.group())) {
        loosened = loosened.substring(0, last) + " " + loosened.substring(last + 1);
      }
    }
    return loosened.equals(joined) ? joined : loosened(loosened, fits);
  }

  /// Text from which [#joined] made this one.
  public static String plain(String joined) {
    return joined
        .replace(String.valueOf(JOINER), "")
        .replace(String.valueOf(MAY_BREAK), "")
        .replace(NO_BREAK_SPACE, ' ');
  }

  /// Keeps the last two letters or digits of a line together.
  private static void ending(String text, int from, int end, BitSet closed) {
    int last = letterBefore(text, from, end);
    int other = letterBefore(text, from, last);
    if (other >= from) {
      closed.set(other + 1, last + 1);
    }
  }

  /// Position of the last letter or digit; -1 = none.
  private static int letterBefore(String text, int from, int end) {
    for (int at = end - 1; at >= from; at--) {
      if (Character.isLetterOrDigit(text.charAt(at))) {
        return at;
      }
    }
    return -1;
  }
}
