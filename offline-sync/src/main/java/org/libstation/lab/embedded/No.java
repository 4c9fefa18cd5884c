package org.libstation.lab.embedded;

import org.libstation.circulation.Refusal.RefusalReason;

/// Why the library refuses a request. [#words()] are sent as AF and stay the same, so that a
/// dialect can map them. If the library imitates another central system, its words are sent
/// instead, if they are known.
enum No {
  UNKNOWN_ITEM("Item not known", RefusalReason.UNKNOWN_ITEM),
  UNKNOWN_CARD("Card not known", RefusalReason.UNKNOWN_PATRON),
  WRONG_PIN("Wrong PIN", RefusalReason.WRONG_PIN),
  CARD_LOST("Card was reported lost", RefusalReason.CARD_LOST),
  CARD_EXPIRED("Card has expired", RefusalReason.CARD_EXPIRED),
  BLOCKED("Account is blocked", RefusalReason.PATRON_BLOCKED),
  OWES_TOO_MUCH("Too much is owed", RefusalReason.OWES_TOO_MUCH),
  LONG_OVERDUE("Items are long overdue", RefusalReason.HAS_OVERDUES),
  LIMIT_REACHED("Loan limit reached", RefusalReason.LIMIT_REACHED),
  HELD_FOR_ANOTHER("Item is reserved for another reader", RefusalReason.HELD_FOR_ANOTHER),
  ON_LOAN_TO_ANOTHER("Item is on loan to another reader", RefusalReason.ON_LOAN_TO_ANOTHER),
  ALREADY_ON_LOAN_TO_CARD("Item is on loan to this card already", RefusalReason.ALREADY_YOURS),
  NOT_FOR_LOAN("Not for loan, for use in the library only", RefusalReason.NOT_FOR_LOAN),
  AGE_LIMIT("Age limit, the item is for adult readers", RefusalReason.AGE_LIMIT),
  NO_MORE_RENEWALS("No more renewals", RefusalReason.NO_MORE_RENEWALS),
  NOT_YOUR_LOAN("Item is not on loan to this card", RefusalReason.NOT_YOUR_LOAN),
  NOT_ON_LOAN("Item not checked out", RefusalReason.NOT_YOUR_LOAN),
  ALREADY_HELD("Reserved for this card already", RefusalReason.ALREADY_HELD),
  HOLD_LIMIT("Too many holds", RefusalReason.LIMIT_REACHED),
  NO_SUCH_HOLD("No such hold", RefusalReason.NO_SUCH_HOLD),
  WRONG_AMOUNT("Amount does not fit what is owed", RefusalReason.OTHER);

  private final String words;
  private final RefusalReason reason;

  No(String words, RefusalReason reason) {
    this.words = words;
    this.reason = reason;
  }

  /// The reason that a station should read from it.
  RefusalReason reason() {
    return reason;
  }

  String words() {
    return words;
  }
}
