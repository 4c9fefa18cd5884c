package org.libstation.screen.kit.look;

/// Layout of a patron's lists and payments: which keys and words are shown, and where.
///
/// @param waysUnderRows true = the ways to charges and reservations stand under the rows; false =
///   they are keys or notices
/// @param lineTurnsFrom first text step at which the line under the heading becomes a notice
/// @param nextCard whether there is a key for another card; never in large text
/// @param charges for the list of charges
/// @param borrow for a pile that is borrowed
public record AccountLayout(
    boolean waysUnderRows,
    int lineTurnsFrom,
    boolean nextCard,
    Charges charges,
    BorrowLayout borrow) {
  /// Layout of charges, payments and reservations.
  ///
  /// @param endOwnRow whether the key that ends has a row to itself
  /// @param shortFrom first text step at which keys have shorter words and a third key is left out
  /// @param amountAlone whether a typed amount leaves only the keys to pay it or to pay all
  /// @param shortWords whether a row's key has its short words at every text step
  /// @param sumOnKey whether a sum fits on a key even in the largest Chinese text
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

  /// Layout of a pile that is borrowed.
  ///
  /// @param againInHand whether an item to be placed again is shown in the hand area instead of a
  ///   row
  /// @param account whether there is a key for the account beside the key that ends
  /// @param rowKeysCrowd whether the rows' keys leave room for the key that ends only
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
