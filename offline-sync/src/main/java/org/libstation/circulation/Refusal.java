package org.libstation.circulation;

/// Why the central system, or this station, said no.
///
/// @param reason for programs; chooses the words on the screen
/// @param words of the dialect's rule that knew the central system's text (AF), for staff; never
///   the text itself
public record Refusal(RefusalReason reason, CentralWords words) {

  /// What stands in the journal and on staff's list where no rule knows why.
  public static final String NOT_KNOWN = "refused, reason not known";

  public enum RefusalReason {
    UNKNOWN_ITEM,
    UNKNOWN_PATRON,
    WRONG_PIN,
    CARD_LOST,
    CARD_EXPIRED,
    PATRON_BLOCKED,
    OWES_TOO_MUCH,
    HAS_OVERDUES,
    LIMIT_REACHED,
    HELD_FOR_ANOTHER,
    ON_LOAN_TO_ANOTHER,
    /// Asked to lend what this patron has on loan.
    ALREADY_YOURS,
    NOT_FOR_LOAN,
    NO_MORE_RENEWALS,
    NOT_YOUR_LOAN,
    FEE_TO_CONFIRM,
    AGE_LIMIT,
    /// Asked to hold what is held for this patron.
    ALREADY_HELD,
    /// Asked to give up a hold that is not there.
    NO_SUCH_HOLD,
    /// The offline rules say no.
    NOT_WHILE_OFFLINE,
    /// The offline rules' number of items for one card is reached.
    OFFLINE_LIMIT_REACHED,
    /// This station's own journal says the item is out.
    OUT_IN_THIS_JOURNAL,
    OTHER
  }

  public static Refusal of(RefusalReason reason) {
    return new Refusal(reason, CentralWords.NONE);
  }

  /// For staff: the reason, and the rule's words where it has some.
  public String told() {
    if (words.isEmpty()) {
      return reason == RefusalReason.OTHER ? NOT_KNOWN : reason.name();
    }
    return reason + " " + words.text();
  }
}
