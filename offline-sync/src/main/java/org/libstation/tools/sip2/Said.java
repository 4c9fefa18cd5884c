package org.libstation.tools.sip2;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.central.sip2.RefusalRule;
import org.libstation.central.sip2.Sip2Dialect;
import org.libstation.circulation.Refusal;

/// A text of a central system. It may name any person: Koha puts names, card numbers and borrower
/// numbers of other readers into AF. So the text is never shown as it is, but as a shape. A rule
/// made from it keeps only words of lending.
final class Said {
  /// Longest shape, in characters.
  private static final int LONGEST = 80;

  /// Fewest known words that make a rule; a single word may be a name.
  private static final int FEWEST_WORDS = 2;

  private static final String ANY = ".+";
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}']+|\\p{N}+|.");

  /// Words of lending, as used in the refusals of known central systems.
  private static final Set<String> OF_LENDING =
      Set.of(
          ("account age allowed another available barcode blocked book borrow borrowed borrower"
                  + " borrower's cannot card charged checked checkin checkout damaged date debarred"
                  + " denied due error exceeded exceeds excessive exist expired failed fee fees fine"
                  + " fines found hold holds identifier invalid item itemtype known library limit loan"
                  + " loans lost maximum message missing notforloan overdue overdues owed owes"
                  + " password patron patrons permitted pin privileges reached reader recalled"
                  + " reference refused renew renewal renewals renewed renewing reported request"
                  + " requested reserved restricted restriction returned shelf status suspended title"
                  + " transaction transit unknown unprocessable entity valid withdrawn wthdrawn"
                  + " perform")
              .split(" "));

  /// Common words between the words of lending.
  private static final Set<String> BETWEEN =
      Set.of(
          ("a already an and any are as at be been by does for from had has have id in is it more"
                  + " much no not of on only or other out than the this to too up use was were with"
                  + " you your")
              .split(" "));

  private final String words;

  Said(String words) {
    this.words = words.strip();
  }

  /// A refusal rule for a dialect file.
  ///
  /// @param text a regular expression for the whole text; wildcards replace names and numbers
  /// @param says the text itself, if it has only known words; otherwise empty
  record DialectRule(String text, Optional<String> says) {}

  boolean isEmpty() {
    return words.isEmpty();
  }

  /// The refusal reason that a dialect gives this text; empty if none of its rules fits.
  Optional<Refusal.RefusalReason> meaning(Sip2Dialect dialect) {
    return dialect.meaning().refusals().stream()
        .filter(rule -> rule.fits(words))
        .map(RefusalRule::reason)
        .findFirst();
  }

  /// Whether the rule fits this text.
  boolean isOf(RefusalRule rule) {
    return rule.fits(words);
  }

  /// Makes a rule from this text; empty if it has too few known words.
  Optional<DialectRule> rule() {
    List<String> parts = new ArrayList<>();
    int known = 0;
    boolean ofLending = false;
    boolean wild = false;
    Matcher tokens = TOKEN.matcher(words);
    while (tokens.find()) {
      String token = tokens.group();
      String small = token.toLowerCase(Locale.ROOT);
      if (OF_LENDING.contains(small) || BETWEEN.contains(small)) {
        known++;
        ofLending |= OF_LENDING.contains(small);
        parts.add(token);
      } else if (token.matches("[ -/:-@\\[-`{-~]")) {
        parts.add(token.matches("[A-Za-z0-9 _:,;'\"!%&/=<>@#~-]") ? token : "\\" + token);
      } else {
        wild = true;
        wildcard(parts);
      }
    }
    if (known < FEWEST_WORDS || !ofLending) {
      return Optional.empty();
    }
    return Optional.of(
        new DialectRule(
            "^" + String.join("", parts) + "$", wild ? Optional.empty() : Optional.of(words)));
  }

  /// Adds a wildcard. If only signs stand between it and the wildcard before, one wildcard replaces
  /// both.
  private static void wildcard(List<String> parts) {
    int last = parts.lastIndexOf(ANY);
    boolean onlySigns =
        last >= 0
            && parts.subList(last + 1, parts.size()).stream()
                .noneMatch(part -> Character.isLetter(part.charAt(part.length() - 1)));
    if (onlySigns) {
      parts.subList(last + 1, parts.size()).clear();
    } else {
      parts.add(ANY);
    }
  }

  /// The shape of a text: letters become x, digits become 9, and signs stay.
  static String shape(String text) {
    StringBuilder shape = new StringBuilder();
    text.strip()
        .codePoints()
        .limit(LONGEST)
        .forEach(
            each -> {
              if (Character.isDigit(each)) {
                shape.append('9');
              } else if (each >= ' ' && each < 0x7F && !Character.isLetter(each)) {
                shape.append((char) each);
              } else {
                shape.append(Character.isWhitespace(each) ? ' ' : 'x');
              }
            });
    return shape.toString();
  }

  /// A short code as it is; any other text as its shape.
  static String code(String text) {
    return text.matches("[0-9]{1,3}|[YNU]") ? text : shape(text);
  }

  @Override
  public String toString() {
    return words.isEmpty() ? "(no text)" : "'" + shape(words) + "'";
  }
}
