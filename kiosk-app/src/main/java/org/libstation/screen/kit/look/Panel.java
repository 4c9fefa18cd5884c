package org.libstation.screen.kit.look;

/// The canvas on which a screen is drawn, in px of the reference panel (3.212 px a millimetre). It
/// is scaled evenly into its window.
///
/// @param kind shape of the panel
/// @param handLeft whether the column with the hand picture and the keys stands left on a lying
///   panel
public record Panel(double width, double height, PanelShape kind, boolean handLeft) {
  /// Shapes of a panel.
  public enum PanelShape {
    /// One column; keys and access bar below.
    PORTRAIT,
    /// A list and, beside it, a column with the hand picture and the keys.
    LANDSCAPE,
    /// As [#LANDSCAPE], on about 15 inch: shorter bars, and headings nearer to the least text size.
    SMALL
  }

  /// Sizes that all screens of one shape share.
  ///
  /// @param gutter gap between the two columns
  /// @param aside share of the width for the column with the hand picture and the keys
  /// @param access height of the access bar
  private record Sizes(
      double margin, double gutter, double aside, KeyHeights keys, double header, double access) {}

  /// Heights of primary, usual and small keys.
  private record KeyHeights(double primary, double usual, double small) {}

  private static final KeyHeights LARGE_KEYS =
      new KeyHeights(Tokens.KEY_PRIMARY, Tokens.KEY, Tokens.KEY_SMALL);
  private static final Sizes PORTRAIT =
      new Sizes(Tokens.MARGIN, 48, 0.3266, LARGE_KEYS, Tokens.HEADER, Tokens.ACCESS);
  private static final Sizes LANDSCAPE = new Sizes(Tokens.MARGIN, 48, 0.3266, LARGE_KEYS, 112, 124);
  private static final Sizes SMALL =
      new Sizes(24, 24, 0.37, new KeyHeights(92, Tokens.KEY_SMALL, Tokens.TARGET_MIN), 84, 104);

  /// 27 inch, upright.
  public static final Panel UPRIGHT = new Panel(1080, 1920, PanelShape.PORTRAIT, false);

  /// 27 inch, lying.
  public static final Panel LYING = new Panel(1920, 1080, PanelShape.LANDSCAPE, false);

  private Sizes sizes() {
    return switch (kind) {
      case PORTRAIT -> PORTRAIT;
      case LANDSCAPE -> LANDSCAPE;
      case SMALL -> SMALL;
    };
  }

  /// Whether it is a lying panel, small or not.
  public boolean wide() {
    return kind != PanelShape.PORTRAIT;
  }

  /// Whether it is upright and less than 27 inch: its bars have fewer words.
  public boolean narrow() {
    return kind == PanelShape.PORTRAIT && width < Tokens.WIDTH;
  }

  public boolean small() {
    return kind == PanelShape.SMALL;
  }

  public double margin() {
    return sizes().margin();
  }

  /// Width between the margins.
  public double live() {
    return width - 2 * margin();
  }

  /// Gap between the two columns.
  public double gutter() {
    return sizes().gutter();
  }

  /// Width of the column with the hand picture and the keys.
  double aside() {
    return Math.rint((live() - gutter()) * sizes().aside());
  }

  /// Height below which all keys lie in reach mode.
  public double middle() {
    return height / 2;
  }

  public double key() {
    return sizes().keys().usual();
  }

  /// Least width and height of a key. On a narrow panel this is 20 mm down to 21.3 inch.
  public double targetMin() {
    return narrow() ? Tokens.TARGET_MIN_NARROW : Tokens.TARGET_MIN;
  }

  public double keySmall() {
    return sizes().keys().small();
  }

  public double keyPrimary() {
    return sizes().keys().primary();
  }

  /// Width of the column of keys.
  public double keysWidth() {
    return wide() ? aside() : live();
  }

  /// Height that a sheet leaves free above it.
  public double header() {
    return sizes().header();
  }

  public double access() {
    return sizes().access();
  }

  double px(Role role, int step) {
    return small() ? role.smallPx(step) : role.px(step);
  }
}
