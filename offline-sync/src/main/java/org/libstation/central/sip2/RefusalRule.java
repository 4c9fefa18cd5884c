package org.libstation.central.sip2;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.Refusal.RefusalReason;

/// A rule that gives the reason for a refusal by its text (AF).
///
/// A rule counts only if it matches the whole text. Reason and words are then the rule's, and
/// nothing of the text is kept. The pattern covers the parts that vary, such as a name.
///
/// @param text a regular expression for the whole text, without regard to case; a run of blanks
///   counts as one blank
/// @param says the text that this central system writes then, without any personal data; empty if
///   it is not known
public record RefusalRule(String text, RefusalReason reason, Optional<String> says) {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// Longest text that is compared, in characters. No rule fits a longer text, because patterns
  /// must not be tried on texts of any length.
  static final int LONGEST_TEXT = 1_000;

  private static final String KOHA_GREETING = "Greetings from Koha.";
  private static final Pattern KOHA_BETWEEN = Pattern.compile("(^|\\s)--\\s");

  /// Matches a text that only names a sum, such as "Patron owes 0.75". Koha sends it for every
  /// patron who owes anything.
  private static final Pattern MERE_SUM =
      Pattern.compile(
          "(patron|borrower|card|account|you) owes? \\D{0,4}[0-9.,]+\\D{0,4}", ANY_CASE);

  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /// Makes a rule without words of its own.
  ///
  /// @throws java.util.regex.PatternSyntaxException if the text is no regular expression
  public static RefusalRule of(String regex, RefusalReason reason) {
    return new RefusalRule(regex, reason, Optional.empty());
  }

  /// @throws java.util.regex.PatternSyntaxException if the text is no regular expression
  public RefusalRule {
    Pattern.compile(text, ANY_CASE);
  }

  /// Whether this rule matches the whole text.
  public boolean fits(String message) {
    String one = BLANKS.matcher(message).replaceAll(" ").strip();
    return one.length() <= LONGEST_TEXT && Pattern.compile(text, ANY_CASE).matcher(one).matches();
  }

  /// Splits a text that a system joined from several. Koha begins every patron response (64) with a
  /// greeting and writes dashes between the other texts. A text that only names the sum owed is
  /// left out: that patron may borrow, as far as the flags say.
  static List<String> pieces(String text) {
    return KOHA_BETWEEN
        .splitAsStream(text.replace(KOHA_GREETING, ""))
        .map(String::strip)
        .filter(piece -> !piece.isEmpty() && !MERE_SUM.matcher(piece).matches())
        .toList();
  }

  /// The words for staff about a request that is not sent, because the dialect does not list it.
  static CentralWords notTaken(String code) {
    return CentralWords.ofRule("the central system takes no " + code);
  }

  /// The words for staff if the rule fits; none if `says` is empty.
  CentralWords words() {
    return says.map(CentralWords::ofRule).orElse(CentralWords.NONE);
  }
}
