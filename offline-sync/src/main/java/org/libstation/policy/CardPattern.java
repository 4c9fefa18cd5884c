package org.libstation.policy;

import java.util.Optional;
import org.libstation.circulation.PatronId;

/// A pattern of card numbers: `#` is a digit, `?` one character, `*` any number of them. All other
/// characters stand for themselves, in either case. It is not a regular expression, so no pattern
/// can take long to match.
public record CardPattern(String text) {
  private static final int LONGEST = 64;

  /// Reads a pattern.
  ///
  /// @return empty for an impossible text, and for one that fits every card
  static Optional<CardPattern> of(String text) {
    boolean can = !text.isBlank() && text.length() <= LONGEST && !text.matches("\\*+");
    return can ? Optional.of(new CardPattern(text)) : Optional.empty();
  }

  public boolean fits(PatronId card) {
    String pattern = new PatronId(text).key();
    String number = card.key();
    int at = 0;
    int from = 0;
    int star = -1;
    int resume = 0;
    while (at < number.length()) {
      if (from < pattern.length() && pattern.charAt(from) == '*') {
        star = from++;
        resume = at;
      } else if (from < pattern.length() && fits(pattern.charAt(from), number.charAt(at))) {
        from++;
        at++;
      } else if (star >= 0) {
        from = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (from < pattern.length() && pattern.charAt(from) == '*') {
      from++;
    }
    return from == pattern.length();
  }

  private static boolean fits(char wanted, char found) {
    return switch (wanted) {
      case '?' -> true;
      case '#' -> found >= '0' && found <= '9';
      default -> wanted == found;
    };
  }
}
