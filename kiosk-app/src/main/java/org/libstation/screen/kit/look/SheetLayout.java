package org.libstation.screen.kit.look;

/// Layout of a sheet, which lies over a screen: where its words and keys stand.
///
/// @param overHeader whether it may cover the header
/// @param largeClose whether the key that closes it has the height of a primary key
/// @param largePrimary whether a primary key keeps its greater height
/// @param help highest text step of the sheet for help, if `helpYields`
/// @param helpYields whether the sheet for help gets smaller until it fits
/// @param turnerBeside true = the keys that turn pages stand above the key that closes; false =
///   under the words
/// @param partsWhole whether each part about privacy stands on one page, except in large text
public record SheetLayout(
    SheetKeyPlace keys,
    boolean overHeader,
    boolean largeClose,
    boolean largePrimary,
    int help,
    boolean helpYields,
    boolean turnerBeside,
    boolean partsWhole) {
  /// Place of the keys of a sheet.
  public enum SheetKeyPlace {
    /// Under the words.
    UNDER,
    /// In a column beside the words.
    BESIDE,
    /// A single key beside the words; several in a row under them, with the primary key at the end.
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
