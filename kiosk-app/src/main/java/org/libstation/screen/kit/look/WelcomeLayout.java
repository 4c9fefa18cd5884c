package org.libstation.screen.kit.look;

/// Where the parts of the start screen stand.
public record WelcomeLayout(Hero hero, StartKeys keys, NewsLayout news, WelcomeStart begin) {
  /// Where the greeting stands on its picture.
  public enum Hero {
    /// Between the header and the stage.
    OVER_STAGE,
    ON_STAGE,
    /// The greeting stands alone, above the one thing that is said at a time.
    NONE
  }

  /// How what can be begun stands.
  public enum StartKeys {
    /// Three tiles side by side, and under them what is known of the station.
    ROW_OF_TILES,
    /// Beside the stage, at whose foot it stands then.
    COLUMN_OF_TILES,
    ACTION_KEYS
  }

  /// Notices and announcements.
  ///
  /// @param inTurn they take turns in every size of text
  /// @param turnerAtFoot the key that turns to the next stands at the foot, else beside the words
  /// @param turnerStep text step at most of that key, where it stands below the middle
  /// @param fillsFrom from which text step they and the words that begin need the whole stage
  /// @param closedToo what cannot be begun is told among them, for no tile says it
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

  /// How a visit begins.
  ///
  /// @param desk its picture shows the whole desk, where nothing else is told
  /// @param other what else can be done is said
  /// @param filledRoom height at most where its words fill the stage
  /// @param longNotes a tile says its note also where that is longer than a line
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
