package org.libstation.screen.kit.look;

/// Sizes of lists, of their rows, and of what stands in and beside the rows.
public record ListMetrics(
    ListPageMetrics pages,
    ListRowMetrics row,
    Compact compact,
    Brief brief,
    HandMetrics hand,
    Signs signs,
    ProblemCardMetrics problem,
    NumberChoiceMetrics numbers) {
  /// Sizes of a page of rows.
  ///
  /// @param rowKeysApart gap between the keys of rows
  /// @param turnerApart gap between the keys that turn pages
  /// @param keysBelow height of the keys below a row that stands alone
  /// @param notice space above and below the words of a notice
  public record ListPageMetrics(
      double rowsApart,
      double keysApart,
      double rowKeysApart,
      double turnerApart,
      double keysBelow,
      double notice) {}

  /// Sizes of a row.
  ///
  /// @param leastTitle least width of a title before other parts move, as a multiple of the text
  ///   size
  public record ListRowMetrics(
      double beforeEdge, double behindSpine, double partsApart, double leastTitle) {}

  /// Sizes of a row in its compact form.
  ///
  /// @param placeApart gap between the sign and the name of a place
  /// @param toldPlaceApart the same on one of several pages of a row
  public record Compact(
      double above, double below, double linesApart, double placeApart, double toldPlaceApart) {}

  /// Sizes of a row in its short form.
  ///
  /// @param ends space above and below its words
  public record Brief(double sides, double ends) {}

  /// Sizes of the hand picture.
  ///
  /// @param pile scale of the picture of a pile
  /// @param titleRank rank in which the title is left out if the row shows it too; 0 = never
  public record HandMetrics(double pile, int titleRank) {}

  /// Sizes of stamps and signs.
  ///
  /// @param cell width of the icon's cell in a stamp
  /// @param sides space left and right of a stamp's words
  /// @param place diameter of the sign of a place
  public record Signs(double cell, double sides, double place) {}

  /// Sizes of the card that says what cannot be done, with the code to tell staff.
  ///
  /// @param underCode space below the code if it has a card to itself
  /// @param icon size of the icon above the card; 0 = none
  public record ProblemCardMetrics(
      double above, double apart, Role code, double underCode, double icon) {}

  /// Sizes of the numbers to press for *how many*.
  ///
  /// @param step highest text step
  /// @param withKeys true = they stand with the keys, over the whole width and as high as these;
  ///   false = on the stage
  public record NumberChoiceMetrics(int inARow, Role role, int step, boolean withKeys) {}

  private static final double KEYS = Tokens.KEY_PRIMARY + Tokens.KEY + 40;
  private static final ListPageMetrics USUAL = new ListPageMetrics(14, 16, 14, 24, 0, 16);
  private static final By<ListPageMetrics> PAGES =
      By.usual(USUAL)
          .narrow(new ListPageMetrics(14, 16, 14, 24, KEYS, 16))
          .low(USUAL)
          .small(new ListPageMetrics(10, Tokens.TARGET_GAP, Tokens.TARGET_GAP, 4, 0, 8));
  private static final By<ListRowMetrics> ROW =
      By.usual(new ListRowMetrics(20, 24, 10, 7)).small(new ListRowMetrics(14, 16, 2, 4.6));
  private static final By<Compact> COMPACT =
      By.usual(new Compact(10, 14, 4, 20, 20)).small(new Compact(4, 8, 0, 20, 8));
  private static final By<Brief> BRIEF = By.usual(new Brief(20, 8)).small(new Brief(12, 2));
  private static final By<HandMetrics> HAND =
      By.usual(new HandMetrics(0.83, 0))
          .narrow(new HandMetrics(0.68, 0))
          .small(new HandMetrics(0.83, 2));
  private static final By<Signs> SIGNS =
      By.usual(new Signs(60, 16, 76)).small(new Signs(48, 10, 60));
  private static final By<ProblemCardMetrics> PROBLEM =
      By.usual(new ProblemCardMetrics(40, 28, Role.CODE, 17, 120))
          .low(new ProblemCardMetrics(0, 28, Role.H1, 16, 0))
          .wide(new ProblemCardMetrics(0, 16, Role.CODE, 17, 0))
          .wideLow(new ProblemCardMetrics(0, 16, Role.H1, 16, 0));
  private static final By<NumberChoiceMetrics> NUMBERS =
      By.usual(new NumberChoiceMetrics(5, Role.KEY_BIG, Steps.ANY, false))
          .low(new NumberChoiceMetrics(5, Role.BODY, Steps.ANY, true))
          .wideLow(new NumberChoiceMetrics(10, Role.BODY, Steps.ANY, true))
          .smallLow(new NumberChoiceMetrics(10, Role.BODY, 1, true));

  static ListMetrics of(Arrangement how) {
    return new ListMetrics(
        PAGES.in(how),
        ROW.in(how),
        COMPACT.in(how),
        BRIEF.in(how),
        HAND.in(how),
        SIGNS.in(how),
        PROBLEM.in(how),
        NUMBERS.in(how));
  }
}
