package org.libstation.screen.kit.look;

/// What stands around a stage, and where.
///
/// @param hero a picture stands between the header and the stage
/// @param handBelow in large text the hand picture has its place between the middle and the keys
/// @param keysShrink in large text the words of action keys are written smaller before a key has no
///   room
public record FrameLayout(
    FrameBars bars,
    ActionKeyPlace keys,
    KeyRow keyRow,
    boolean hero,
    boolean handBelow,
    boolean keysShrink,
    SessionStripLayout strip,
    Header header,
    AccessKeysLayout access) {
  /// Which bars.
  public enum FrameBars {
    /// Header and session strip above, access keys below.
    UPRIGHT,
    /// A name above; all that can be pressed below.
    UPRIGHT_LOW,
    /// One header row, access keys below.
    WIDE,
    /// A name above; in two rows below all that can be pressed.
    WIDE_LOW
  }

  /// Where action keys stand.
  public enum ActionKeyPlace {
    /// In one row; beside a split stage in a column.
    AT_STAGE,
    /// Below the middle, the first choice in a row of its own.
    IN_ROWS,
    /// Below the middle, side by side as far as there is room.
    PACKED;

    public boolean belowMiddle() {
      return this != AT_STAGE;
    }
  }

  /// What is in a row of keys.
  ///
  /// @param iconsGo where no order of them keeps the words whole, all icons go
  /// @param loneWordsWhole a word that is alone on its key is never broken
  public record KeyRow(boolean iconsGo, boolean loneWordsWhole) {}

  /// The session strip of an upright panel.
  ///
  /// @param step text step at most of who it is
  /// @param lock where there is no card a lock stands before what is said instead
  /// @param allSteps the words of all steps stand there, where they are short
  public record SessionStripLayout(int step, boolean lock, boolean allSteps) {}

  /// The header row of a wide panel, and the keys of its access bar.
  ///
  /// @param step text step at most
  /// @param saysMore the station, the current task, and what is said where there is no card
  /// @param iconsAbove the icons of access keys stand above their words
  public record Header(int step, boolean saysMore, boolean iconsAbove) {}

  /// The keys by which a patron suits the screen.
  ///
  /// @param reachInLarge the key for reach mode is there in large text too, which is not low itself
  /// @param dotsUnderWord the dots of the text step stand under the word, the icon is large; else
  ///   they stand beside a small icon
  /// @param largeIconBeside an icon beside its word is large
  /// @param helpInTwoLines the word for help is broken once, without its icon
  /// @param languagesShort languages have their short names, not their own
  public record AccessKeysLayout(
      boolean reachInLarge,
      boolean dotsUnderWord,
      boolean largeIconBeside,
      boolean helpInTwoLines,
      boolean languagesShort) {
    private static final By<Boolean> REACH_IN_LARGE = By.usual(false).small(true);
    private static final By<Boolean> DOTS_UNDER_WORD = By.usual(true).low(false).small(false);
    private static final By<Boolean> LARGE_ICON_BESIDE = By.usual(true).small(false);
    private static final By<Boolean> HELP_IN_TWO_LINES = By.usual(false).narrow(true);
    private static final By<Boolean> LANGUAGES_SHORT = By.usual(false).narrow(true).small(true);

    static AccessKeysLayout of(Arrangement how) {
      return new AccessKeysLayout(
          REACH_IN_LARGE.in(how),
          DOTS_UNDER_WORD.in(how),
          LARGE_ICON_BESIDE.in(how),
          HELP_IN_TWO_LINES.in(how),
          LANGUAGES_SHORT.in(how));
    }
  }

  private static final By<FrameBars> BARS =
      By.usual(FrameBars.UPRIGHT)
          .low(FrameBars.UPRIGHT_LOW)
          .wide(FrameBars.WIDE)
          .wideLow(FrameBars.WIDE_LOW);
  private static final By<ActionKeyPlace> KEYS =
      By.usual(ActionKeyPlace.AT_STAGE).low(ActionKeyPlace.IN_ROWS).wideLow(ActionKeyPlace.PACKED);
  private static final By<KeyRow> KEY_ROW =
      By.usual(new KeyRow(false, false)).narrow(new KeyRow(true, true));
  private static final By<Boolean> HERO = By.usual(true).wide(false).low(false);
  private static final By<Boolean> HAND_BELOW = By.usual(false).low(true).wideLow(false);
  private static final By<Boolean> KEYS_SHRINK = By.usual(false).low(true).narrow(true).wide(true);
  private static final By<SessionStripLayout> STRIP =
      By.usual(new SessionStripLayout(Steps.ANY, true, true))
          .narrow(new SessionStripLayout(1, false, false));
  private static final By<Header> HEADER =
      By.usual(new Header(Steps.ANY, true, false)).small(new Header(2, false, true));

  static FrameLayout of(Arrangement how) {
    return new FrameLayout(
        BARS.in(how),
        KEYS.in(how),
        KEY_ROW.in(how),
        HERO.in(how),
        HAND_BELOW.in(how),
        KEYS_SHRINK.in(how),
        STRIP.in(how),
        HEADER.in(how),
        AccessKeysLayout.of(how));
  }
}
