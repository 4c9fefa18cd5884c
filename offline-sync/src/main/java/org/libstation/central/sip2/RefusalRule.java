package org.libstation.central.sip2;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.Refusal.RefusalReason;

/// What a text of the central system (AF) means when it says no.
///
/// A rule counts only where it matches a text whole: then reason and words are the rule's, and
/// nothing of the text is kept. What may differ in a text, such as a name, is swallowed by the
/// pattern.
///
/// @param text a regular expression for the whole text, without regard to case; blanks in a row are
///   one when it is compared
/// @param says what this central system writes then, with nothing of anybody in it; empty where
///   that is not known
public record RefusalRule(String text, RefusalReason reason, Optional<String> says) {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// Longer texts are known to no rule: patterns are never tried on what has no end.
  static final int LONGEST_TEXT = 1_000;

  private static final String KOHA_GREETING = "Greetings from Koha.";
  private static final Pattern KOHA_BETWEEN = Pattern.compile("(^|\\s)--\\s");

  /// "Patron owes 0.75", which Koha tells everybody who owes anything.
  private static final Pattern MERE_SUM =
      Pattern.compile(
          "(patron|borrower|card|account|you) owes? \\D{0,4}[0-9.,]+\\D{0,4}", ANY_CASE);

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /// @throws java.util.regex.PatternSyntaxException when the text is no regular expression
  public static RefusalRule of(String regex, RefusalReason reason) {
    return new RefusalRule(regex, reason, Optional.empty());
  }

  /// @throws java.util.regex.PatternSyntaxException when the text is no regular expression
  public RefusalRule {
    Pattern.compile(text, ANY_CASE);
  }

  /// Whether this rule knows the whole of a text.
  public boolean fits(String message) {
    String one = BLANKS.matcher(message).replaceAll(" ").strip();
    return one.length() <= LONGEST_TEXT && Pattern.compile(text, ANY_CASE).matcher(one).matches();
  }

  /// The texts that a system puts together in one: Koha begins every 64 with a greeting and writes
  /// dashes between the rest. A mere sum is none: whoever owes it may borrow, as far as the flags
  /// say.
  static List<String> pieces(String text) {
    return KOHA_BETWEEN
        .splitAsStream(text.replace(KOHA_GREETING, ""))
        .map(String::strip)
        .filter(piece -> !piece.isEmpty() && !MERE_SUM.matcher(piece).matches())
        .toList();
  }

  /// What staff are told of a request that is not sent because the dialect does not list it.
  static CentralWords notTaken(String code) {
    return CentralWords.ofRule("the central system takes no " + code);
  }

  /// What staff are told where it fits.
  CentralWords words() {
    return says.map(CentralWords::ofRule).orElse(CentralWords.NONE);
  }
}
