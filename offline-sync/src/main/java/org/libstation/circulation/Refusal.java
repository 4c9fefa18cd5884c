package org.libstation.circulation;

/// Why the central system, or this station, refused a request.
///
/// @param reason for programs; selects the words on the screen
/// @param words for staff: the words of the dialect's rule that recognised the central system's
///   text (AF), never the text itself
public record Refusal(RefusalReason reason, CentralWords words) {

  /// Words in the journal and in the list for staff if no rule knows the reason.
  public static final String NOT_KNOWN = "refused, reason not known";

  /// The reason of a refusal.
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
    /// A loan was asked of an item that this patron already has on loan.
    ALREADY_YOURS,
    NOT_FOR_LOAN,
    NO_MORE_RENEWALS,
    NOT_YOUR_LOAN,
    FEE_TO_CONFIRM,
    AGE_LIMIT,
    /// A hold was asked that this patron already has.
    ALREADY_HELD,
    /// The hold to be cancelled does not exist.
    NO_SUCH_HOLD,
    /// The offline rules do not allow it.
    NOT_WHILE_OFFLINE,
    /// The card has reached the number of items that the offline rules allow.
    OFFLINE_LIMIT_REACHED,
    /// This station's journal says that the item is out.
    OUT_IN_THIS_JOURNAL,
    OTHER
  }

  /// A refusal without words of a rule.
  public static Refusal of(RefusalReason reason) {
    return new Refusal(reason, CentralWords.NONE);
  }
}
