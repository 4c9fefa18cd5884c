package org.libstation.screen.look;

/// How a screen is arranged, chosen once: by the anatomy of its panel, and by whether everything
/// that can be pressed lies below the middle. What a view places differently it asks here by name.
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
  public boolean keysBelow() {
    return keysBelow;
  }

  /// The column of keys has a place beside what is said.
  public boolean keysBeside() {
    return keysBeside;
  }

  /// What stands in several lines or parts elsewhere stands in one, and what stands beside others
  /// stands alone.
  public boolean tight() {
    return tight;
  }

  /// Few words stand side by side: keys and bars have shorter ones.
  public boolean slim() {
    return slim;
  }

  /// The stage has the height for pictures above what is said.
  public boolean tall() {
    return !keysBeside && !keysBelow;
  }

  /// A row and a card have room for all that belongs to them; else keys and pictures leave them.
  public boolean spare() {
    return !tight && !keysBelow;
  }

  /// Tight, over its whole height: a heading has one line, keys stand at what they are about.
  public boolean compact() {
    return tight && !keysBelow;
  }

  /// Half the height, but much width: parts stand in one line.
  public boolean flat() {
    return keysBeside && keysBelow;
  }

  /// A row has little height: what it says runs on.
  public boolean shallow() {
    return tight || flat();
  }
}
