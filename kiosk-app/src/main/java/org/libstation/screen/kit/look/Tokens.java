package org.libstation.screen.kit.look;

/// Sizes of the design, in px of the reference panel (3.212 px a millimetre).
public final class Tokens {
  private Tokens() {}

  public static final double WIDTH = 1080;
  public static final double HEIGHT = 1920;
  public static final double PX_PER_MM = 3.212;

  public static final double MARGIN = 48;

  public static final double GUTTER = 24;

  /// Least size of a key on the configured panel, in millimetres.
  public static final double TARGET_MM = 20;

  /// Least width and height of a key: 20.5 mm.
  public static final double TARGET_MIN = 66;

  /// Least width and height of a key on an upright panel below 27 inch. Below 24 inch its canvas is
  /// scaled down; 72 px are 20 mm down to 21.3 inch.
  public static final double TARGET_MIN_NARROW = 72;

  /// Least gap between two keys: 3.7 mm.
  public static final double TARGET_GAP = 12;

  public static final double KEY = 96;
  public static final double KEY_SMALL = 72;
  public static final double KEY_PRIMARY = 128;

  public static final double HEADER = 120;
  public static final double STRIP = 92;
  public static final double ACCESS = 176;

  /// Least text size on a patron's screen.
  public static final double TEXT_MIN = 34;

  /// Least text size on a technician's screen.
  public static final double TECH_TEXT_MIN = 22;
}
