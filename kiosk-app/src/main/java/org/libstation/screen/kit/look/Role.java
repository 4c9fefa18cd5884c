package org.libstation.screen.kit.look;

/// Purpose of a text; the text step decides its size. Sizes are px of the reference panel (27 inch,
/// 1080 × 1920, 3.212 px a millimetre).
///
/// The least size for patrons is 34 px, a capital H of 7.6 mm. EN 301 549 clause 5.1.4 asks for
/// 0.7° of arc, which is 7.33 mm at 600 mm.
public enum Role {
  CAPTION(1.40, 34, 42, 54, 68),
  BODY(1.45, 38, 48, 60, 76),
  STAMP(1.20, 40, 50, 62, 78),
  TITLE(1.30, 42, 52, 66, 84),
  KEY_BIG(1.25, 44, 54, 68, 84),
  FIGURE(1.20, 46, 58, 70, 84),
  H2(1.30, 48, 56, 68, 84),
  SUM(1.15, 56, 62, 72, 88),
  TILE(1.25, 60, 62, 72, 84),
  H1(1.25, 64, 72, 82, 96),
  CODE(1.15, 92, 96, 104, 112),
  DISPLAY(1.15, 104, 108, 112, 120),
  GREAT(1.15, 128, 128, 120, 120),
  /// For technicians' screens, read at 450 mm by trained people; these have one size.
  TECH_SMALL(1.30, 24, 24, 24, 24),
  TECH(1.40, 26, 26, 26, 26),
  TECH_HEAD(1.25, 36, 36, 36, 36),
  TECH_FIGURE(1.15, 46, 46, 46, 46);

  /// Share that a small panel keeps of a role's size above the least size.
  private static final double SMALL_PART = 0.25;

  /// Share that a small panel keeps of the growth at steps 2 and 3. Its step 3 takes the growth of
  /// step 4 of a large panel.
  private static final double SMALL_GROWTH = 0.3;

  /// Size at which headings stop growing at step 4 of a small panel; larger ones grow by half.
  private static final double SMALL_MOST = 72;

  private final double lineHeight;
  private final double first;
  private final double second;
  private final double third;
  private final double fourth;

  Role(double lineHeight, double first, double second, double third, double fourth) {
    this.lineHeight = lineHeight;
    this.first = first;
    this.second = second;
    this.third = third;
    this.fourth = fourth;
  }

  /// Em size in px.
  ///
  /// @param step text step, 1 to 4
  /// @throws IllegalArgumentException for another step
  public double px(int step) {
    return switch (step) {
      case 1 -> first;
      case 2 -> second;
      case 3 -> third;
      case 4 -> fourth;
      default -> throw new IllegalArgumentException("a text step is 1 to 4, not " + step);
    };
  }

  /// Em size in px on a small panel. The least size is the same in millimetres, and larger sizes
  /// are nearer to it; body text doubles at step 4.
  double smallPx(int step) {
    if (first < CAPTION.first) {
      return px(step);
    }
    double least = CAPTION.first + (first - CAPTION.first) * SMALL_PART;
    if (step == 4) {
      return Math.rint(Math.min(2 * least, Math.max(SMALL_MOST, 1.5 * least)));
    }
    double large = step == 3 ? fourth : px(step);
    return Math.rint(least + Math.max(0, large - first) * SMALL_GROWTH);
  }

  /// Height of a line as a multiple of the em size.
  public double lineHeight() {
    return lineHeight;
  }
}
