package org.libstation.central.embedded;

/// Why the library says no; [#words()] go out as AF and stay the same, so that a dialect can map
/// them.
enum No {
  UNKNOWN_ITEM("Item not known"),
  UNKNOWN_CARD("Card not known"),
  WRONG_PIN("Wrong PIN"),
  CARD_LOST("Card was reported lost"),
  CARD_EXPIRED("Card has expired"),
  BLOCKED("Account is blocked"),
  OWES_TOO_MUCH("Too much is owed"),
  LONG_OVERDUE("Items are long overdue"),
  LIMIT_REACHED("Loan limit reached"),
  HELD_FOR_ANOTHER("Item is reserved for another reader"),
  ON_LOAN_TO_ANOTHER("Item is on loan to another reader"),
  ALREADY_ON_LOAN_TO_CARD("Item is on loan to this card already"),
  NOT_FOR_LOAN("Not for loan, for use in the library only"),
  AGE_LIMIT("Age limit, the item is for adult readers"),
  NO_MORE_RENEWALS("No more renewals"),
  NOT_YOUR_LOAN("Item is not on loan to this card"),
  NOT_ON_LOAN("Item not checked out"),
  WRONG_AMOUNT("Amount does not fit what is owed");

  private final String words;

  No(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
