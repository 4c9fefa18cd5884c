package org.libstation.screen.kit.look;

/// What a text is for; its size follows from the text step. Sizes are pixels of the reference panel
/// (27 inch, 1080 × 1920, 3.212 px a millimetre).
///
/// The least size, 34 px, is a capital H of 7.6 mm: EN 301 549 clause 5.1.4 asks for 0.7° of arc,
/// 7.33 mm at 600 mm.
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
  /// The technician's screens: 450 mm, trained; least 22 px.
  TECH_SMALL(1.30, 24, 24, 24, 24),
  TECH(1.40, 26, 26, 26, 26),
  TECH_HEAD(1.25, 36, 36, 36, 36),
  TECH_FIGURE(1.15, 46, 46, 46, 46);

  /// What a small panel keeps of everything above the least size.
  private static final double SMALL_PART = 0.25;

  /// What it keeps at steps 2 and 3 of the growth that a large panel has a step later.
  private static final double SMALL_GROWTH = 0.3;

  /// At the last step headings stop here on a small panel, or at half as large again.
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

  /// Em size in px at a text step, 1 to 4.
  public double px(int step) {
    return switch (step) {
      case 1 -> first;
      case 2 -> second;
      case 3 -> third;
      case 4 -> fourth;
      default -> throw new IllegalArgumentException("a text step is 1 to 4, not " + step);
    };
  }

  /// Em size on a small panel: the least is the same in millimetres, what is larger is nearer to
  /// it; the body doubles at the last step.
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
