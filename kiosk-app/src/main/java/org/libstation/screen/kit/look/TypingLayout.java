package org.libstation.screen.kit.look;

/// Layout of what is typed, and of the keys to type it.
///
/// @param fieldOnStage true = the field of a PIN or a sum stands on the stage, without a picture;
///   false = above its keys
/// @param staffWhole whether a staff PIN is asked for at text step 1, over the whole panel
/// @param entry for a number of letters and digits
/// @param back for the key that leads back from a sum or a PIN
public record TypingLayout(
    boolean fieldOnStage,
    Digits digits,
    LetterRows letters,
    boolean staffWhole,
    EntryLayout entry,
    BackKeyPlace back) {
  /// Layout of the digit keys.
  ///
  /// @param inTwoRows true = two rows of six keys; false = four rows of three
  /// @param step highest text step of their figures
  public record Digits(boolean inTwoRows, int step) {}

  /// Rows of the letter keys.
  public enum LetterRows {
    FOUR_ROWS,
    /// Four rows as wide as a list.
    FOUR_ROWS_OF_LIST,
    /// Two rows as wide as the panel.
    TWO_ROWS
  }

  /// Layout of the screen that takes a number of letters and digits.
  ///
  /// @param wholeStage whether the stage has the whole width
  /// @param onLeaves whether the letters are on pages that are turned, and *erase* is an action key
  /// @param headYields whether the heading is left out before the field
  /// @param high height of the field
  /// @param step highest text step of the whole screen
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

  /// Place of the field for a number.
  public enum EntryField {
    /// Below the stage, above the letters.
    OVER_LETTERS,
    /// On the stage, above the letters, which are on the stage too.
    OVER_LETTERS_ON_STAGE,
    /// On the stage; the letters are below the stage.
    ON_STAGE,
    /// Below the stage, beside the action keys.
    BESIDE_ACTIONS
  }

  /// Place of the key that leads back.
  public enum BackKeyPlace {
    /// With the action keys; the field stands above the digits.
    WITH_ACTIONS,
    /// Beside the field, on the stage.
    BESIDE_FIELD,
    BESIDE_DIGITS,
    UNDER_DIGITS,
    /// There is none; *erase* in an empty field leads back.
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
