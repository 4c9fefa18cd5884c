package org.libstation.screen.kit.look;

/// Sizes of lists, their rows, and what stands in and beside them.
public record ListMetrics(
    ListPageMetrics pages,
    ListRowMetrics row,
    Compact compact,
    Brief brief,
    HandMetrics hand,
    Signs signs,
    ProblemCardMetrics problem,
    NumberChoiceMetrics numbers) {
  /// @param rowKeysApart between the keys of rows
  /// @param turnerApart between the keys that turn pages
  /// @param keysBelow what the keys below a row that stands alone take
  /// @param notice above and below a notice
  public record ListPageMetrics(
      double rowsApart,
      double keysApart,
      double rowKeysApart,
      double turnerApart,
      double keysBelow,
      double notice) {}

  /// @param leastTitle width of a title before the rest gives way, in heights of its words
  public record ListRowMetrics(
      double beforeEdge, double behindSpine, double partsApart, double leastTitle) {}

  /// A row that stands alone.
  ///
  /// @param placeApart between a sign and the name of its place
  /// @param toldPlaceApart the same on one of several pages
  public record Compact(
      double above, double below, double linesApart, double placeApart, double toldPlaceApart) {}

  /// A row in its short form.
  ///
  /// @param ends above and below it
  public record Brief(double sides, double ends) {}

  /// The picture of what to do.
  ///
  /// @param pile its part of the usual size
  /// @param titleRank where its row says the title too, the title goes before the head
  public record HandMetrics(double pile, int titleRank) {}

  /// @param cell of a stamp
  /// @param sides of a stamp
  /// @param place of a sorting place
  public record Signs(double cell, double sides, double place) {}

  /// The card of what cannot be done, with a code to tell.
  ///
  /// @param underCode where the code has a card of its own
  /// @param icon above all of it; 0 = there is none
  public record ProblemCardMetrics(
      double above, double apart, Role code, double underCode, double icon) {}

  /// Numbers to tap.
  ///
  /// @param step text step at most
  /// @param withKeys they stand with the keys, in the whole width and as high as these; else on the
  ///   stage
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
