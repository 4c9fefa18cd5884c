package org.libstation.screen.kit.look;

/// Where the words and the keys of a sheet stand.
///
/// @param overHeader it may reach up to the upper edge of the panel
/// @param largeClose the key that closes is a primary one in height
/// @param largePrimary so is the first of several keys
/// @param help text step at most of what is said of help; it is smaller where it has no room
/// @param helpYields help is written smaller where it has no room
/// @param turnerBeside the keys that turn its pages stand above the key that closes, else under the
///   words
/// @param partsWhole a part of what is said of privacy stands on one page, except in large text
public record SheetLayout(
    SheetKeyPlace keys,
    boolean overHeader,
    boolean largeClose,
    boolean largePrimary,
    int help,
    boolean helpYields,
    boolean turnerBeside,
    boolean partsWhole) {
  /// Where its keys stand.
  public enum SheetKeyPlace {
    /// Under the words.
    UNDER,
    /// In a column beside the words.
    BESIDE,
    /// Beside the words a single one; several in a row under them, the first choice at its end.
    ONE_BESIDE
  }

  private static final By<SheetKeyPlace> KEYS =
      By.usual(SheetKeyPlace.UNDER).wide(SheetKeyPlace.BESIDE).wideLow(SheetKeyPlace.ONE_BESIDE);
  private static final By<Boolean> OVER_HEADER = By.usual(false).low(true);
  private static final By<Boolean> LARGE_CLOSE = By.usual(true).low(false);
  private static final By<Boolean> LARGE_PRIMARY = By.usual(true).smallLow(false);
  private static final By<Integer> HELP = By.usual(Steps.ANY).wide(2).small(Steps.ANY).smallLow(2);
  private static final By<Boolean> HELP_YIELDS = By.usual(false).narrow(true).wide(true);
  private static final By<Boolean> TURNER_BESIDE = By.usual(false).small(true).smallLow(false);
  private static final By<Boolean> PARTS_WHOLE = By.usual(true).small(false);

  static SheetLayout of(Arrangement how) {
    return new SheetLayout(
        KEYS.in(how),
        OVER_HEADER.in(how),
        LARGE_CLOSE.in(how),
        LARGE_PRIMARY.in(how),
        HELP.in(how),
        HELP_YIELDS.in(how),
        TURNER_BESIDE.in(how),
        PARTS_WHOLE.in(how));
  }
}
