package org.libstation.screen.kit.look;

/// Layout of the screen *out of service*.
///
/// @param board whether the station's name hangs as a board if that fits; otherwise it is a heading
/// @param largeOnPages whether everything is on pages in large text
/// @param asideStep highest text step of what stands beside the board
/// @param placeStaysAside whether another place stands beside the board even if it does not fit
public record ClosedLayout(
    boolean board,
    boolean largeOnPages,
    int asideStep,
    boolean placeStaysAside,
    Facts facts,
    ClosedCode code) {
  /// Layout of the facts that hold meanwhile, such as whether books can be returned.
  ///
  /// @param rank rank in which they are left out, as in `StagePane`; 0 = never
  /// @param headed true = they have a heading and the usual size; false = they are small notes
  public record Facts(int rank, boolean headed) {}

  /// Layout of the code to tell staff.
  ///
  /// @param step highest text step of the words above the code
  /// @param figureStep highest text step of the code itself
  /// @param toldBeside whether what to do stands beside the code in its card
  /// @param staysInLarge whether it stands beside every page in large text
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
