package org.libstation.screen.kit.look;

/// Sizes of what stands around a stage.
public record AroundMetrics(
    Wide wide,
    AccessBarMetrics access,
    Low low,
    Low largeLow,
    StageMetrics stage,
    ActionKeyMetrics keys) {
  /// Bars of a wide panel.
  ///
  /// @param key of the access bar
  /// @param lowKey beside them in the low layout
  public record Wide(
      double mark,
      double lowMark,
      double nameBar,
      double key,
      double lowKey,
      double rowsApart,
      Role library) {}

  /// The access bar below an upright stage.
  ///
  /// @param lowEms height of its keys in the low layout, in heights of their words
  public record AccessBarMetrics(double sides, double apart, double lowEms) {}

  /// All that can be pressed besides the action keys, below an upright stage of half the height.
  ///
  /// @param ends below it
  /// @param ems height of the keys that leave and that call staff, in heights of their words
  public record Low(double apart, double ends, double ems) {}

  /// @param ring of the time that is left
  /// @param practice band that says that this is practice
  public record StageMetrics(
      double ring,
      double partsApart,
      double keysApart,
      double above,
      double aboveKeys,
      double practice) {}

  /// Action keys side by side below an upright stage.
  ///
  /// @param least width of one of several that are not the first choice
  /// @param leastAlone width where there is no other
  /// @param largeShare part of its height that a key in large text has in the low layout
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
