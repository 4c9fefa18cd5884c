package org.libstation.screen.kit.look;

/// Layout of the start screen.
public record WelcomeLayout(Hero hero, StartKeys keys, NewsLayout news, WelcomeStart begin) {
  /// Place of the greeting and its picture.
  public enum Hero {
    /// Between the header and the stage.
    OVER_STAGE,
    ON_STAGE,
    /// No picture; the greeting stands above the one notice shown at a time.
    NONE
  }

  /// Form of the keys that begin a visit.
  public enum StartKeys {
    /// Three tiles side by side, with facts about the station below.
    ROW_OF_TILES,
    /// A column of tiles beside the stage; the facts stand at the foot of the stage.
    COLUMN_OF_TILES,
    ACTION_KEYS
  }

  /// Layout of notices and announcements.
  ///
  /// @param inTurn whether they take turns at every text step
  /// @param turnerAtFoot true = the key to the next one stands at the foot; false = beside the
  ///   words
  /// @param turnerStep highest text step of that key, if it stands below the middle
  /// @param fillsFrom first text step at which they and the words that begin a visit fill the whole
  ///   stage
  /// @param closedToo whether they say what is closed, because no tile says it
  public record NewsLayout(
      boolean inTurn, boolean turnerAtFoot, int turnerStep, int fillsFrom, boolean closedToo) {
    private static final By<Boolean> IN_TURN = By.usual(false).small(true);
    private static final By<Boolean> TURNER_AT_FOOT = By.usual(false).small(true);
    private static final By<Integer> TURNER_STEP = By.usual(Steps.ANY).small(1);
    private static final By<Integer> FILLS_FROM = By.usual(Steps.NEVER).small(Steps.LARGE);
    private static final By<Boolean> CLOSED_TOO = By.usual(false).low(true).small(true);

    static NewsLayout of(Arrangement how) {
      return new NewsLayout(
          IN_TURN.in(how),
          TURNER_AT_FOOT.in(how),
          TURNER_STEP.in(how),
          FILLS_FROM.in(how),
          CLOSED_TOO.in(how));
    }
  }

  /// Layout of the words and the picture that begin a visit.
  ///
  /// @param desk whether the picture shows the whole desk, if there are no notices
  /// @param other whether the words say what else can be done
  /// @param filledRoom greatest height in px if they fill the stage
  /// @param longNotes whether a tile shows its note even if that is longer than one line
  public record WelcomeStart(boolean desk, boolean other, double filledRoom, boolean longNotes) {}

  private static final double FREE = Double.MAX_VALUE;

  private static final By<Hero> HERO = By.usual(Hero.OVER_STAGE).wide(Hero.ON_STAGE).low(Hero.NONE);
  private static final By<StartKeys> KEYS =
      By.usual(StartKeys.ROW_OF_TILES).wide(StartKeys.COLUMN_OF_TILES).low(StartKeys.ACTION_KEYS);
  private static final By<WelcomeStart> BEGIN =
      By.usual(new WelcomeStart(true, true, FREE, true))
          .wide(new WelcomeStart(false, true, FREE, true))
          .small(new WelcomeStart(false, true, 300, false))
          .low(new WelcomeStart(false, false, FREE, true));

  static WelcomeLayout of(Arrangement how) {
    return new WelcomeLayout(HERO.in(how), KEYS.in(how), NewsLayout.of(how), BEGIN.in(how));
  }
}
