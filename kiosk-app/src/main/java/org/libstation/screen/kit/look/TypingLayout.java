package org.libstation.screen.kit.look;

/// Where what is typed stands, and the keys that it is typed with.
///
/// @param fieldOnStage the field of a PIN or a sum stands on the stage, with no picture beside it;
///   else above its keys
/// @param staffWhole a staff PIN is asked for in the first size, over the whole panel
/// @param entry of a number of letters and digits
/// @param back the key that leads back from a sum or a PIN
public record TypingLayout(
    boolean fieldOnStage,
    Digits digits,
    LetterRows letters,
    boolean staffWhole,
    EntryLayout entry,
    BackKeyPlace back) {
  /// @param inTwoRows in two rows of six keys, else in four of three
  /// @param step at most, of the figures on them
  public record Digits(boolean inTwoRows, int step) {}

  /// How the letters stand.
  public enum LetterRows {
    FOUR_ROWS,
    /// Four rows in the width of a list.
    FOUR_ROWS_OF_LIST,
    /// As wide as the panel.
    TWO_ROWS
  }

  /// @param wholeStage the stage has the whole width
  /// @param onLeaves the letters are on leaves that are turned, and the key that erases stands with
  ///   the action keys
  /// @param headYields what it says gives way to the field
  /// @param high height of the field
  /// @param step text step at most of the whole screen
  public record EntryLayout(
      EntryField field,
      boolean wholeStage,
      boolean onLeaves,
      boolean headYields,
      double high,
      int step) {
    private static final By<EntryField> FIELD =
        By.usual(EntryField.OVER_LETTERS)
            .wide(EntryField.OVER_LETTERS_ON_STAGE)
            .small(EntryField.BESIDE_ACTIONS)
            .low(EntryField.ON_STAGE);
    private static final By<Boolean> WHOLE_STAGE = By.usual(false).small(true);
    private static final By<Boolean> ON_LEAVES = By.usual(false).smallLow(true);
    private static final By<Boolean> HEAD_YIELDS = By.usual(false).low(true).small(true);
    private static final By<Double> HIGH =
        By.usual(Tokens.KEY).narrowLow(Tokens.KEY_SMALL).small(Tokens.KEY_SMALL);
    private static final By<Integer> STEP = By.usual(Steps.LARGE).wide(Steps.ANY);

    static EntryLayout of(Arrangement how) {
      return new EntryLayout(
          FIELD.in(how),
          WHOLE_STAGE.in(how),
          ON_LEAVES.in(how),
          HEAD_YIELDS.in(how),
          HIGH.in(how),
          STEP.in(how));
    }
  }

  /// Where the field of a number stands.
  public enum EntryField {
    /// Below the stage, the letters under it.
    OVER_LETTERS,
    /// On the stage, and so do the letters under it.
    OVER_LETTERS_ON_STAGE,
    /// On the stage, the letters below it.
    ON_STAGE,
    /// Below the stage, the action keys beside it.
    BESIDE_ACTIONS
  }

  /// Where the key that leads back stands.
  public enum BackKeyPlace {
    /// With the action keys; the field stands above the digits.
    WITH_ACTIONS,
    /// Beside the field, on the stage.
    BESIDE_FIELD,
    BESIDE_DIGITS,
    UNDER_DIGITS,
    /// It is not there: to erase where nothing is typed leads back.
    NOWHERE
  }

  private static final By<Boolean> FIELD_ON_STAGE = By.usual(false).low(true);
  private static final By<Digits> DIGITS =
      By.usual(new Digits(false, Steps.ANY))
          .low(new Digits(true, Steps.ANY))
          .smallLow(new Digits(true, 1));
  private static final By<LetterRows> LETTERS =
      By.usual(LetterRows.FOUR_ROWS)
          .wide(LetterRows.FOUR_ROWS_OF_LIST)
          .small(LetterRows.FOUR_ROWS)
          .wideLow(LetterRows.TWO_ROWS);
  private static final By<Boolean> STAFF_WHOLE = By.usual(false).wide(true);
  private static final By<BackKeyPlace> BACK =
      By.usual(BackKeyPlace.WITH_ACTIONS)
          .wide(BackKeyPlace.BESIDE_FIELD)
          .low(BackKeyPlace.UNDER_DIGITS)
          .wideLow(BackKeyPlace.BESIDE_DIGITS)
          .smallLow(BackKeyPlace.NOWHERE);

  static TypingLayout of(Arrangement how) {
    return new TypingLayout(
        FIELD_ON_STAGE.in(how),
        DIGITS.in(how),
        LETTERS.in(how),
        STAFF_WHOLE.in(how),
        EntryLayout.of(how),
        BACK.in(how));
  }
}
