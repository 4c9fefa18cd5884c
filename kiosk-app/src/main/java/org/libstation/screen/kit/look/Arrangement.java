package org.libstation.screen.kit.look;

/// How a screen is arranged, chosen once: by the anatomy of its panel, and by whether everything
/// that can be pressed lies below the middle. What differs with it is described in [Layouts] and in
/// [PanelMetrics]: no view asks for it.
public enum Arrangement {
  /// One column; keys and access bar below.
  UPRIGHT(false, false, false, false),
  UPRIGHT_LOW(true, false, false, false),
  /// The same on less than 27 inch, with fewer words in the bars.
  NARROW(false, false, false, true),
  NARROW_LOW(true, false, false, true),
  /// A list and, beside it, a column of hand picture and keys.
  LYING(false, true, false, false),
  LYING_LOW(true, true, false, false),
  /// The same on about 15 inch.
  SMALL(false, true, true, false),
  SMALL_LOW(true, true, true, false);

  private final boolean keysBelow;
  private final boolean keysBeside;
  private final boolean tight;
  private final boolean slim;

  Arrangement(boolean keysBelow, boolean keysBeside, boolean tight, boolean slim) {
    this.keysBelow = keysBelow;
    this.keysBeside = keysBeside;
    this.tight = tight;
    this.slim = slim;
  }

  static Arrangement of(Panel panel, boolean low) {
    return switch (panel.kind()) {
      case PORTRAIT -> panel.narrow() ? (low ? NARROW_LOW : NARROW) : (low ? UPRIGHT_LOW : UPRIGHT);
      case LANDSCAPE -> low ? LYING_LOW : LYING;
      case SMALL -> low ? SMALL_LOW : SMALL;
    };
  }

  /// Everything that can be pressed lies below the middle: the stage has half the height.
  boolean keysBelow() {
    return keysBelow;
  }

  /// The column of keys has a place beside what is said.
  boolean keysBeside() {
    return keysBeside;
  }

  /// What stands in several lines or parts elsewhere stands in one, and what stands beside others
  /// stands alone.
  boolean tight() {
    return tight;
  }

  /// Few words stand side by side: keys and bars have shorter ones.
  boolean slim() {
    return slim;
  }
}
