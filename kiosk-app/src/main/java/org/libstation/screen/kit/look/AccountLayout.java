package org.libstation.screen.kit.look;

/// What a patron's lists and payments say and have keys for, where room is short.
///
/// @param waysUnderRows the ways to charges and reservations stand under the rows, else with the
///   keys
/// @param lineTurnsFrom from which text step the line under the heading is a notice
/// @param nextCard there is a key for another card, except in large text
/// @param charges of what is owed
/// @param borrow of a pile
public record AccountLayout(
    boolean waysUnderRows,
    int lineTurnsFrom,
    boolean nextCard,
    Charges charges,
    BorrowLayout borrow) {
  /// @param endOwnRow the key that ends has a row of its own
  /// @param shortFrom from which text step keys say less and a third one is not there
  /// @param amountAlone with an amount typed there are the keys to pay it or all, and no others
  /// @param shortWords the key of a row says less in every size of text
  /// @param sumOnKey a sum has room on a key also in the largest Chinese letters
  public record Charges(
      boolean endOwnRow, int shortFrom, boolean amountAlone, boolean shortWords, boolean sumOnKey) {
    private static final By<Boolean> END_OWN_ROW = By.usual(false).low(true).small(false);
    private static final By<Integer> SHORT_FROM = By.usual(Steps.NEVER).small(2);
    private static final By<Boolean> AMOUNT_ALONE = By.usual(false).small(true);
    private static final By<Boolean> SHORT_WORDS = By.usual(false).small(true);
    private static final By<Boolean> SUM_ON_KEY = By.usual(true).small(false);

    static Charges of(Arrangement how) {
      return new Charges(
          END_OWN_ROW.in(how),
          SHORT_FROM.in(how),
          AMOUNT_ALONE.in(how),
          SHORT_WORDS.in(how),
          SUM_ON_KEY.in(how));
    }
  }

  /// @param againInHand what is placed again stands at the hand, and has no row
  /// @param account there is a key for the account beside the one that ends
  /// @param rowKeysCrowd the keys of rows leave room for the one that ends alone
  public record BorrowLayout(boolean againInHand, boolean account, boolean rowKeysCrowd) {}

  private static final By<Boolean> WAYS_UNDER_ROWS = By.usual(true).low(false).small(false);
  private static final By<Integer> LINE_TURNS_FROM = By.usual(Steps.LARGE).small(2);
  private static final By<Boolean> NEXT_CARD = By.usual(true).small(false);
  private static final By<BorrowLayout> BORROW =
      By.usual(new BorrowLayout(true, true, false))
          .low(new BorrowLayout(false, false, false))
          .small(new BorrowLayout(false, true, true))
          .smallLow(new BorrowLayout(false, false, true));

  static AccountLayout of(Arrangement how) {
    return new AccountLayout(
        WAYS_UNDER_ROWS.in(how),
        LINE_TURNS_FROM.in(how),
        NEXT_CARD.in(how),
        Charges.of(how),
        BORROW.in(how));
  }
}
