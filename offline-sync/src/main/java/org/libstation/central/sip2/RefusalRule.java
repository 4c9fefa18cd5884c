package org.libstation.central.sip2;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libstation.circulation.Refusal.Reason;

/// What a text of the central system (AF) means when it says no.
///
/// @param text a regular expression, found anywhere in the message without regard to case
/// @param says what this central system writes then, word by word; empty where that is not known
public record RefusalRule(String text, Reason reason, Optional<String> says) {

  private static final int ANY_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /// @throws java.util.regex.PatternSyntaxException when the text is no regular expression
  public static RefusalRule of(String regex, Reason reason) {
    return new RefusalRule(regex, reason, Optional.empty());
  }

  /// @throws java.util.regex.PatternSyntaxException when the text is no regular expression
  public RefusalRule {
    Pattern.compile(text, ANY_CASE);
  }

  /// Whether the rule knows all of a message. A text of a 64 names a reason only then: such texts
  /// are put together from greetings, sums and notes.
  public boolean fitsWhole(String message) {
    return Pattern.compile(text, ANY_CASE).matcher(message).matches();
  }

  boolean fits(String message) {
    return Pattern.compile(text, ANY_CASE).matcher(message).find();
  }

  /// The texts of Koha, SIPServer, Evergreen, FOLIO edge-sip2 and the embedded library; the first
  /// that fits counts, so the narrow ones come first.
  static final List<RefusalRule> KNOWN_TEXTS =
      List.of(
          of(
              "invalid item|item.*not found|item does not exist|no such item|title not found|unknown item|item not known|item with identifier .* not found",
              Reason.UNKNOWN_ITEM),
          of(
              "invalid (pin|password|patron password)|wrong pin|incorrect (pin|password)",
              Reason.WRONG_PIN),
          of(
              "invalid patron|invalid card|card not known|patron.*not found|unknown (patron|card)|no such patron|user.*not found",
              Reason.UNKNOWN_PATRON),
          of(
              "on loan to this card already|already (checked out|on loan) to (you|this)",
              Reason.ALREADY_YOURS),
          of(
              "not checked out|not on loan|not your loan|borrowed by another|not checked out by",
              Reason.NOT_YOUR_LOAN),
          of(
              "checked out to another|on loan to another|already checked out|item is checked out|charged to another",
              Reason.ON_LOAN_TO_ANOTHER),
          of(
              "maximum renewals|no[ _]more[ _]renewals|too many renewals|renewal limit|renewals? (not|exhausted)|too_many|cannot be renewed",
              Reason.NO_MORE_RENEWALS),
          of(
              "(reserved|held|on hold|requested) (for|by) (this card|you) already|already (on hold|reserved|requested|has (a|this) hold)|hold already exists",
              Reason.ALREADY_HELD),
          of("no such hold|hold (does not exist|not found)", Reason.NO_SUCH_HOLD),
          of(
              "reserved|on hold|on[ _]reserve|hold shelf|hold for another|requested by|has holds|item.*held",
              Reason.HELD_FOR_ANOTHER),
          of(
              "(your |the |this )?(library )?card (was |is |has been )?(reported )?(lost|stolen)( or stolen)?[.!]?|(card|patron).*(lost|stolen)",
              Reason.CARD_LOST),
          of(
              "(your |the |this )?(library )?(card|account|patron|membership)( has| is)? expired( (on|as of|since) [0-9./-]+)?[.!]?|expired|expiry",
              Reason.CARD_EXPIRED),
          of("age restriction|too young|age limit|adults? only", Reason.AGE_LIMIT),
          of("overdue", Reason.HAS_OVERDUES),
          of(
              "(fee|charge|rental|deposit).*(confirm|acknowledge|accept|required)|fee to confirm",
              Reason.FEE_TO_CONFIRM),
          of(
              "has fines|owes|fees? owed|pay your|outstanding (fee|fine|charge)|debt|excessive (fine|fee)|too much (is )?owed",
              Reason.OWES_TOO_MUCH),
          of("too many|limit|maximum|quota", Reason.LIMIT_REACHED),
          of(
              "not for loan|reference|restricted|non-?circulating|not loanable|cannot be (borrowed|checked out|loaned)|withdrawn|item (is )?lost|item.*damaged|in-?house|library use",
              Reason.NOT_FOR_LOAN),
          of("block|debarred|suspend|barred|privileges", Reason.PATRON_BLOCKED));
}
