package org.libstation.screen.look;

/// The canvas a screen is drawn on, in px of the reference panel (3.212 px a millimetre), and which
/// anatomy it gets. A canvas is scaled evenly into its window.
///
/// @param handLeft in the wide anatomies the column with the hand picture and the keys stands left
public record Panel(double width, double height, PanelShape kind, boolean handLeft) {
  /// Which anatomy.
  public enum PanelShape {
    /// One column; keys and access bar below.
    PORTRAIT,
    /// A list and, beside it, a column of hand picture and keys.
    LANDSCAPE,
    /// The same for a panel of about 15 inch: shorter bars, headings nearer to the least text.
    SMALL
  }

  /// 27 inch, upright.
  public static final Panel UPRIGHT = new Panel(1080, 1920, PanelShape.PORTRAIT, false);

  /// 27 inch, lying.
  public static final Panel LYING = new Panel(1920, 1080, PanelShape.LANDSCAPE, false);

  public boolean wide() {
    return kind != PanelShape.PORTRAIT;
  }

  /// An upright panel of less than 27 inch: the same anatomy with fewer words in the bars.
  public boolean narrow() {
    return kind == PanelShape.PORTRAIT && width < Tokens.WIDTH;
  }

  public boolean small() {
    return kind == PanelShape.SMALL;
  }

  public double margin() {
    return small() ? 24 : Tokens.MARGIN;
  }

  /// Width between the margins.
  public double live() {
    return width - 2 * margin();
  }

  /// Between the two columns.
  public double gutter() {
    return small() ? 24 : 48;
  }

  /// The column of hand picture and keys.
  double aside() {
    return Math.rint((live() - gutter()) * (small() ? 0.37 : 0.3266));
  }

  /// Everything that can be pressed lies below it in reach mode.
  public double middle() {
    return height / 2;
  }

  public double key() {
    return small() ? Tokens.KEY_SMALL : Tokens.KEY;
  }

  /// The least either side of a key: on a narrow panel 20 mm down to 21.3 inch.
  public double targetMin() {
    return narrow() ? Tokens.TARGET_MIN_NARROW : Tokens.TARGET_MIN;
  }

  public double keySmall() {
    return small() ? Tokens.TARGET_MIN : Tokens.KEY_SMALL;
  }

  public double keyPrimary() {
    return small() ? 92 : Tokens.KEY_PRIMARY;
  }

  /// Width of the column of keys.
  public double keysWidth() {
    return wide() ? aside() : live();
  }

  /// What a sheet leaves free above it.
  public double header() {
    return switch (kind) {
      case PORTRAIT -> Tokens.HEADER;
      case LANDSCAPE -> 112;
      case SMALL -> 84;
    };
  }

  public double access() {
    return switch (kind) {
      case PORTRAIT -> Tokens.ACCESS;
      case LANDSCAPE -> 124;
      case SMALL -> 104;
    };
  }

  double px(Role role, int step) {
    return small() ? role.smallPx(step) : role.px(step);
  }
}
