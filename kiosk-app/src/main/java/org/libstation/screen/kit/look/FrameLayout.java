package org.libstation.screen.kit.look;

/// Layout of what stands around a stage: bars, action keys, header and access keys.
///
/// @param hero whether a picture stands between the header and the stage
/// @param handBelow whether the hand picture stands between the middle and the keys in large text
/// @param keysShrink whether the words of action keys get smaller in large text before a key lacks
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
  /// Set of bars.
  public enum FrameBars {
    /// Header and session strip above, access keys below.
    UPRIGHT,
    /// A bar with the name above, all other keys below.
    UPRIGHT_LOW,
    /// One header row, access keys below.
    WIDE,
    /// A bar with the name above, all other keys in two rows below.
    WIDE_LOW
  }

  /// Place of the action keys.
  public enum ActionKeyPlace {
    /// In one row; in a column beside a split stage.
    AT_STAGE,
    /// Below the middle, with the primary key in a row to itself.
    IN_ROWS,
    /// Below the middle, side by side as far as they fit.
    PACKED;

    public boolean belowMiddle() {
      return this != AT_STAGE;
    }
  }

  /// Labels of the keys in a row.
  ///
  /// @param iconsGo whether all icons are dropped if no selection of them keeps the words whole
  /// @param loneWordsWhole whether the only word of a key is never broken
  public record KeyRow(boolean iconsGo, boolean loneWordsWhole) {}

  /// Layout of the session strip of an upright panel.
  ///
  /// @param step highest text step of the words that name the patron
  /// @param lock whether a lock stands before the words that are shown without a card
  /// @param allSteps whether the words of all steps are shown if they are short
  public record SessionStripLayout(int step, boolean lock, boolean allSteps) {}

  /// Layout of the header row of a lying panel, and of the keys of its access bar.
  ///
  /// @param step highest text step
  /// @param saysMore whether it shows the station, the current step, and words for *no card*
  /// @param iconsAbove whether the icons of access keys stand above their words
  public record Header(int step, boolean saysMore, boolean iconsAbove) {}

  /// Layout of the keys that adapt the screen to a patron.
  ///
  /// @param reachInLarge whether the key for reach mode stays in large text, if that is not low
  ///   itself
  /// @param dotsUnderWord true = the dots of the text step stand under the word and the icon is
  ///   large; false = they stand beside a small icon
  /// @param largeIconBeside whether an icon beside its word is large
  /// @param helpInTwoLines whether the words for help take two lines, without the icon
  /// @param languagesShort true = languages have their short names; false = their own names
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
