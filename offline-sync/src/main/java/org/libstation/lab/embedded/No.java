package org.libstation.lab.embedded;

import org.libstation.circulation.Refusal.Reason;

/// Why the library says no; [#words()] go out as AF and stay the same, so that a dialect can map
/// them. In another central system's dialect its words go out, as far as they are known.
enum No {
  UNKNOWN_ITEM("Item not known", Reason.UNKNOWN_ITEM),
  UNKNOWN_CARD("Card not known", Reason.UNKNOWN_PATRON),
  WRONG_PIN("Wrong PIN", Reason.WRONG_PIN),
  CARD_LOST("Card was reported lost", Reason.CARD_LOST),
  CARD_EXPIRED("Card has expired", Reason.CARD_EXPIRED),
  BLOCKED("Account is blocked", Reason.PATRON_BLOCKED),
  OWES_TOO_MUCH("Too much is owed", Reason.OWES_TOO_MUCH),
  LONG_OVERDUE("Items are long overdue", Reason.HAS_OVERDUES),
  LIMIT_REACHED("Loan limit reached", Reason.LIMIT_REACHED),
  HELD_FOR_ANOTHER("Item is reserved for another reader", Reason.HELD_FOR_ANOTHER),
  ON_LOAN_TO_ANOTHER("Item is on loan to another reader", Reason.ON_LOAN_TO_ANOTHER),
  ALREADY_ON_LOAN_TO_CARD("Item is on loan to this card already", Reason.ALREADY_YOURS),
  NOT_FOR_LOAN("Not for loan, for use in the library only", Reason.NOT_FOR_LOAN),
  AGE_LIMIT("Age limit, the item is for adult readers", Reason.AGE_LIMIT),
  NO_MORE_RENEWALS("No more renewals", Reason.NO_MORE_RENEWALS),
  NOT_YOUR_LOAN("Item is not on loan to this card", Reason.NOT_YOUR_LOAN),
  NOT_ON_LOAN("Item not checked out", Reason.NOT_YOUR_LOAN),
  ALREADY_HELD("Reserved for this card already", Reason.ALREADY_HELD),
  HOLD_LIMIT("Too many holds", Reason.LIMIT_REACHED),
  NO_SUCH_HOLD("No such hold", Reason.NO_SUCH_HOLD),
  WRONG_AMOUNT("Amount does not fit what is owed", Reason.OTHER);

  private final String words;
  private final Reason reason;

  No(String words, Reason reason) {
    this.words = words;
    this.reason = reason;
  }

  /// What a station should make of it.
  Reason reason() {
    return reason;
  }

  String words() {
    return words;
  }
}
