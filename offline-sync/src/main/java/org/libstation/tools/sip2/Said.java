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

/// Words of a central system. They may name anybody (Koha puts names, card and borrower numbers of
/// other readers into AF), so they never leave as they came: what is shown is a shape, and a rule
/// keeps only words that speak of lending.
final class Said {
  /// No shape is longer.
  private static final int LONGEST = 80;

  /// Fewer words that are known make no rule: a single one may be a name.
  private static final int FEWEST_WORDS = 2;

  private static final String ANY = ".+";
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}']+|\\p{N}+|.");

  /// Words that refusals are made of, as the systems that were seen or read write them.
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

  /// Words that hold them together.
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

  /// A rule of a dialect file.
  ///
  /// @param text a regular expression for all of it, names and numbers replaced by wildcards
  /// @param says the words themselves, where each of them speaks of lending
  record DialectRule(String text, Optional<String> says) {}

  boolean isEmpty() {
    return words.isEmpty();
  }

  /// What a dialect makes of it; empty when no rule of it knows all of it.
  Optional<Refusal.RefusalReason> meaning(Sip2Dialect dialect) {
    return dialect.meaning().refusals().stream()
        .filter(rule -> rule.fits(words))
        .map(RefusalRule::reason)
        .findFirst();
  }

  /// Whether the rule knows all of it.
  boolean isOf(RefusalRule rule) {
    return rule.fits(words);
  }

  /// A pattern of it; empty when too little of it speaks of lending.
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

  /// What stands between two unknown words is part of what they name.
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

  /// Letters as x, digits as 9, signs as they are.
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

  /// A short code as it is; anything else as a shape.
  static String code(String text) {
    return text.matches("[0-9]{1,3}|[YNU]") ? text : shape(text);
  }

  @Override
  public String toString() {
    return words.isEmpty() ? "(no text)" : "'" + shape(words) + "'";
  }
}
