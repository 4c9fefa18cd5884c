package org.libstation.central.sip2;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.circulation.CentralWords;
import org.libstation.circulation.Refusal.Reason;

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
public record RefusalRule(String text, Reason reason, Optional<String> says) {

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
  public static RefusalRule of(String regex, Reason reason) {
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

  /// What the embedded library tells a patron whose card expires soon.
  static final RefusalRule EMBEDDED_NOTICE =
      new RefusalRule(
          "Your card is valid (until [0-9-]+|for a few days more), see the counter",
          Reason.OTHER,
          Optional.of("Your card is valid for a few days more, see the counter"));

  /// The texts of Koha, SIPServer, Evergreen, FOLIO edge-sip2 and the embedded library; the first
  /// that fits counts, so the narrow ones come first.
  static final List<RefusalRule> KNOWN_TEXTS =
      List.of(
          of(
              ".*\\b(invalid item|item\\b.*\\bnot found|item does not exist|no such item|title not"
                  + " found|unknown item|item not known)\\b.*",
              Reason.UNKNOWN_ITEM),
          of(
              ".*\\b(invalid (pin|password|patron password)|wrong pin|incorrect"
                  + " (pin|password))\\b.*",
              Reason.WRONG_PIN),
          of(
              ".*\\b(invalid patron|invalid card|card not known|patron\\b.*\\bnot found|unknown"
                  + " (patron|card)|no such patron|user\\b.*\\bnot found)\\b.*",
              Reason.UNKNOWN_PATRON),
          of(
              ".*\\b(on loan to this card already|already (checked out|on loan) to"
                  + " (you|this))\\b.*",
              Reason.ALREADY_YOURS),
          of(
              ".*\\b(not checked out|not on loan|not your loan|borrowed by another)\\b.*",
              Reason.NOT_YOUR_LOAN),
          of(
              ".*\\b(checked out to another|on loan to another|already checked out|item is checked"
                  + " out|charged to another)\\b.*",
              Reason.ON_LOAN_TO_ANOTHER),
          of(
              ".*\\b(maximum renewals|no more renewals|no_more_renewals|too many renewals|renewal"
                  + " limit|renewals? (not|exhausted)|too_many|cannot be renewed)\\b.*",
              Reason.NO_MORE_RENEWALS),
          of(
              ".*\\b((reserved|held|on hold|requested) (for|by) (this card|you) already|already (on"
                  + " hold|reserved|requested|has (a|this) hold)|hold already exists)\\b.*",
              Reason.ALREADY_HELD),
          of(".*\\b(no such hold|hold (does not exist|not found))\\b.*", Reason.NO_SUCH_HOLD),
          of(
              ".*\\b((is|item) reserved|reserved for|on hold|on[ _]reserve|hold shelf|hold for"
                  + " another|requested by|has holds|item\\b.*\\bheld)\\b.*",
              Reason.HELD_FOR_ANOTHER),
          of(".*\\b(card|patron)\\b.*\\b(lost|stolen)\\b.*", Reason.CARD_LOST),
          of(
              ".*\\b((card|patron|membership|account|privileges|registration) (is |has |have"
                  + " )?expired|expired (card|patron|membership|account)|expiry date)\\b.*",
              Reason.CARD_EXPIRED),
          of(".*\\b(age restriction|too young|age limit|adults? only)\\b.*", Reason.AGE_LIMIT),
          of(
              ".*\\b(has overdues?|overdue (items?|books?|loans?)|(items?|books?|loans?) (is |are"
                  + " )?(long )?overdue)\\b.*",
              Reason.HAS_OVERDUES),
          of(
              ".*\\b(fee|charge|rental|deposit)\\b.*\\b(confirm|acknowledge|accept|required)\\b.*|.*\\bfee"
                  + " to confirm\\b.*",
              Reason.FEE_TO_CONFIRM),
          of(
              ".*\\b(has fines|(patron|you|card|account|borrower) owes?|fees? owed|pay"
                  + " your|outstanding (fee|fine|charge)s?|in debt|excessive (fine|fee)s?|too much"
                  + " (is )?owed)\\b.*",
              Reason.OWES_TOO_MUCH),
          of(
              ".*\\b(too many"
                  + " (items|loans|checkouts|books|holds)|(loan|item|checkout|charge|borrowing)"
                  + " (limit|quota)|limit (of loans |of items )?(is )?reached|maximum"
                  + " (number|loans|items|checkouts))\\b.*",
              Reason.LIMIT_REACHED),
          of(
              ".*\\b(not for loan|(for )?reference only|reference (item|copy|book)|is"
                  + " restricted|item restricted|non-?circulating|not loanable|cannot be"
                  + " (borrowed|checked out|loaned)|(item|is) withdrawn|item (is"
                  + " )?lost|item\\b.*\\bdamaged|in-?house use|library use)\\b.*",
              Reason.NOT_FOR_LOAN),
          of(
              ".*\\b((patron|card|account|user|borrower|membership|privileges|item)\\b.*\\b(blocked|debarred|suspended|barred|revoked)|(blocked|debarred|suspended|barred)"
                  + " (patron|card|account|user|borrower)|no (borrowing )?privileges)\\b.*",
              Reason.PATRON_BLOCKED));
}
