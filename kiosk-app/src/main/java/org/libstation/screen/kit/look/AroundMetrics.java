package org.libstation.screen.kit.look;

/// Sizes of the bars and keys around a stage, in px of the panel's canvas.
public record AroundMetrics(
    Wide wide,
    AccessBarMetrics access,
    Low low,
    Low largeLow,
    StageMetrics stage,
    ActionKeyMetrics keys) {
  /// Sizes of the bars of a lying panel.
  ///
  /// @param mark side of the library's mark
  /// @param lowMark the same in the low layout
  /// @param nameBar height of the bar with the library's name in the low layout
  /// @param key height of the keys of the access bar
  /// @param lowKey height of the other keys at the foot in the low layout
  /// @param library role of the library's name
  public record Wide(
      double mark,
      double lowMark,
      double nameBar,
      double key,
      double lowKey,
      double rowsApart,
      Role library) {}

  /// Sizes of the access bar below an upright stage.
  ///
  /// @param lowEms height of its keys in the low layout, as a multiple of the text size
  public record AccessBarMetrics(double sides, double apart, double lowEms) {}

  /// Sizes of the foot of an upright panel in the low layout: every key except the action keys.
  ///
  /// @param ends space below the foot
  /// @param ems height of the keys to leave and to call staff, as a multiple of the text size
  public record Low(double apart, double ends, double ems) {}

  /// Sizes of the stage and of what stands beside it.
  ///
  /// @param ring diameter of the ring that shows the time left
  /// @param practice height of the band of a demonstration or training station
  public record StageMetrics(
      double ring,
      double partsApart,
      double keysApart,
      double above,
      double aboveKeys,
      double practice) {}

  /// Sizes of action keys side by side below an upright stage.
  ///
  /// @param least least width of one of several keys that are not primary
  /// @param leastAlone least width of such a key if it is the only one
  /// @param largeShare share of its usual height that a key has in large text in the low layout
  public record ActionKeyMetrics(double least, double leastAlone, double largeShare) {}

  private static final By<Wide> WIDE =
      By.usual(new Wide(72, 64, 92, 96, 84, 16, Role.STAMP))
          .small(new Wide(58, 50, 66, 84, Tokens.TARGET_MIN, 12, Role.CAPTION));
  private static final By<AccessBarMetrics> ACCESS =
      By.usual(new AccessBarMetrics(32, 14, 2.4))
          .narrow(new AccessBarMetrics(20, Tokens.TARGET_GAP, 1.9));
  private static final By<Low> LOW = By.usual(new Low(24, 32, 1.6));
  private static final By<Low> LARGE_LOW =
      By.usual(new Low(16, 32, 1.6)).narrow(new Low(Tokens.TARGET_GAP, 16, 0));
  private static final By<StageMetrics> STAGE =
      By.usual(new StageMetrics(44, 20, 24, 26, 24, 60))
          .low(new StageMetrics(72, 20, 16, 14, 24, 60))
          .wide(new StageMetrics(44, 16, 20, 18, 24, 60))
          .wideLow(new StageMetrics(72, 16, 16, 14, 24, 60))
          .small(new StageMetrics(44, 12, 12, 10, 12, 48));

  private static final By<ActionKeyMetrics> KEYS =
      By.usual(new ActionKeyMetrics(220, 300, 1)).narrow(new ActionKeyMetrics(150, 150, 0.85));

  static AroundMetrics of(Arrangement how) {
    return new AroundMetrics(
        WIDE.in(how), ACCESS.in(how), LOW.in(how), LARGE_LOW.in(how), STAGE.in(how), KEYS.in(how));
  }
}
