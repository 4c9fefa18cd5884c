package org.libstation.screen.look;

/// How a screen is arranged, chosen once: by the anatomy of its panel, and by whether everything
/// that can be pressed lies below the middle.
public enum Arrangement {
  /// One column; keys and access bar below.
  UPRIGHT,
  UPRIGHT_LOW,
  /// The same on less than 27 inch, with fewer words in the bars.
  NARROW,
  NARROW_LOW,
  /// A list and, beside it, a column of hand picture and keys.
  LYING,
  LYING_LOW,
  /// The same on about 15 inch.
  SMALL,
  SMALL_LOW;

  static Arrangement of(Panel panel, boolean low) {
    return switch (panel.kind()) {
      case PORTRAIT -> panel.narrow() ? (low ? NARROW_LOW : NARROW) : (low ? UPRIGHT_LOW : UPRIGHT);
      case LANDSCAPE -> low ? LYING_LOW : LYING;
      case SMALL -> low ? SMALL_LOW : SMALL;
    };
  }

  boolean low() {
    return ordinal() % 2 == 1;
  }
}
