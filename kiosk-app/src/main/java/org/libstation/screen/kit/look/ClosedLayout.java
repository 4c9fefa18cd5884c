package org.libstation.screen.kit.look;

/// Where the parts of the closed station's screen stand.
///
/// @param board its name hangs as a board where that has room, else it is a heading
/// @param largeOnPages in large text all of it takes pages
/// @param asideStep text step at most of what stands beside the board
/// @param placeStaysAside another place stands beside the board, also where it has no room
public record ClosedLayout(
    boolean board,
    boolean largeOnPages,
    int asideStep,
    boolean placeStaysAside,
    Facts facts,
    ClosedCode code) {
  /// What holds meanwhile.
  ///
  /// @param rank in which they give way; 0 = never
  /// @param headed they have a heading, and are written as large as the rest; else as notes
  public record Facts(int rank, boolean headed) {}

  /// The code to tell staff.
  ///
  /// @param step at most, of what stands above it
  /// @param figureStep at most, of itself
  /// @param toldBeside what to do stands beside it in its card
  /// @param staysInLarge in large text it stands beside the pages all the while
  public record ClosedCode(int step, int figureStep, boolean toldBeside, boolean staysInLarge) {}

  private static final By<Boolean> BOARD = By.usual(true).low(false);
  private static final By<Boolean> LARGE_ON_PAGES = By.usual(true).smallLow(false);
  private static final By<Integer> ASIDE_STEP = By.usual(Steps.ANY).small(1);
  private static final By<Boolean> PLACE_STAYS_ASIDE = By.usual(false).low(true);
  private static final By<Facts> FACTS =
      By.usual(new Facts(0, true))
          .low(new Facts(2, true))
          .small(new Facts(0, false))
          .smallLow(new Facts(2, false));
  private static final By<ClosedCode> CODE =
      By.usual(new ClosedCode(Steps.ANY, Steps.ANY, true, false))
          .low(new ClosedCode(Steps.ANY, Steps.ANY, false, false))
          .wide(new ClosedCode(Steps.ANY, Steps.ANY, false, false))
          .small(new ClosedCode(1, Steps.ANY, false, true))
          .smallLow(new ClosedCode(1, 1, false, false));

  static ClosedLayout of(Arrangement how) {
    return new ClosedLayout(
        BOARD.in(how),
        LARGE_ON_PAGES.in(how),
        ASIDE_STEP.in(how),
        PLACE_STAYS_ASIDE.in(how),
        FACTS.in(how),
        CODE.in(how));
  }
}
