package org.libstation.screen.kit.look;

/// Arrangement of a screen: the shape of its panel, and whether every key lies below the middle. It
/// is chosen once for each screen. [Layouts] and [PanelMetrics] describe what differs; no view asks
/// for the arrangement itself.
public enum Arrangement {
  /// One column; keys and access bar below.
  UPRIGHT(false, false, false, false),
  UPRIGHT_LOW(true, false, false, false),
  /// One column on less than 27 inch, with fewer words in the bars.
  NARROW(false, false, false, true),
  NARROW_LOW(true, false, false, true),
  /// A list and, beside it, a column with the hand picture and the keys.
  LYING(false, true, false, false),
  LYING_LOW(true, true, false, false),
  /// As [#LYING], on about 15 inch.
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

  /// @param low whether every key lies below the middle
  static Arrangement of(Panel panel, boolean low) {
    return switch (panel.kind()) {
      case PORTRAIT -> panel.narrow() ? (low ? NARROW_LOW : NARROW) : (low ? UPRIGHT_LOW : UPRIGHT);
      case LANDSCAPE -> low ? LYING_LOW : LYING;
      case SMALL -> low ? SMALL_LOW : SMALL;
    };
  }

  /// Whether every key lies below the middle, so that the stage has half the height.
  boolean keysBelow() {
    return keysBelow;
  }

  /// Whether the column of keys stands beside the stage.
  boolean keysBeside() {
    return keysBeside;
  }

  /// Whether room is so short that several lines or parts are reduced to one.
  boolean tight() {
    return tight;
  }

  /// Whether few words fit side by side, so that keys and bars have shorter ones.
  boolean slim() {
    return slim;
  }
}
