package org.libstation.screen.kit.look;

/// Sizes of the design language in px of the reference panel (3.212 px a millimetre).
public final class Tokens {
  private Tokens() {}

  public static final double WIDTH = 1080;
  public static final double HEIGHT = 1920;
  public static final double PX_PER_MM = 3.212;

  public static final double MARGIN = 48;

  public static final double GUTTER = 24;

  /// The least a key may measure on the configured panel, in millimetres.
  public static final double TARGET_MM = 20;

  /// The least a key may measure either way: 20.5 mm.
  public static final double TARGET_MIN = 66;

  /// The same on an upright panel below 27 inch, whose canvas is less than true to scale below 24
  /// inch: 20 mm there down to 21.3 inch.
  public static final double TARGET_MIN_NARROW = 72;

  /// The least gap between two keys: 3.7 mm.
  public static final double TARGET_GAP = 12;

  public static final double KEY = 96;
  public static final double KEY_SMALL = 72;
  public static final double KEY_PRIMARY = 128;

  public static final double HEADER = 120;
  public static final double STRIP = 92;
  public static final double ACCESS = 176;

  /// The least text on a patron's screen.
  public static final double TEXT_MIN = 34;

  /// The least text on a technician's screen.
  public static final double TECH_TEXT_MIN = 22;
}
