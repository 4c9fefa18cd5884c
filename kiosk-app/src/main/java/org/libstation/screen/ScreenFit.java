package org.libstation.screen;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.Tokens;

/// Chooses the canvas for a window and its scale. If the site gives the panel's real size, a key of
/// 66 px measures 20 mm there. Otherwise the canvas is scaled evenly.
///
/// @param pxPerMm pixels a millimetre of the panel; empty = size not configured
/// @param lowerEdgeMm height of the picture's lower edge above the floor; empty = not configured
/// @param handLeft whether hand picture and keys are at the left of a wide panel
public record ScreenFit(OptionalDouble pxPerMm, OptionalDouble lowerEdgeMm, boolean handLeft) {
  /// For a panel of unknown size.
  public static final ScreenFit EVEN =
      new ScreenFit(OptionalDouble.empty(), OptionalDouble.empty(), false);

  /// From this aspect ratio on a landscape window gets the canvas of a 27 inch panel, otherwise of
  /// 15 inch.
  private static final double WIDE_ASPECT = 1.5;

  private static final double TALL_ENOUGH = 900;

  private static final double SMALL_WIDTH = 1024;
  private static final double SMALL_HEIGHT = 768;

  /// Smallest canvas of the wide landscape layouts; below it two rows and the keys have no room.
  private static final double LYING_LEAST_WIDTH = 1600;

  private static final double LYING_LEAST_HEIGHT = 900;

  /// Smallest upright canvas: a panel of 24 inch.
  static final double UPRIGHT_LEAST_WIDTH = 950;

  static final double UPRIGHT_LEAST_HEIGHT = 1690;
  static final double SMALL_LEAST_WIDTH = 940;
  static final double SMALL_LEAST_HEIGHT = 700;

  /// Wider windows keep bars at the sides.
  private static final double MOST_ASPECT = 2.4;

  /// Smallest usable key; many people miss smaller ones.
  private static final double USABLE_MM = 15;

  /// Heights that a wheelchair user can reach; EN 301 549 and ISO 21542 allow about this range.
  public static final double REACH_LEAST_MM = 380;

  public static final double REACH_MOST_MM = 1220;

  /// A canvas and its scale.
  public record ScaledPanel(Panel panel, double scale) {
    /// Returns the smallest side of a key, in px of the window.
    double leastKey() {
      return panel.targetMin() * scale;
    }
  }

  /// Returns canvas and scale for a window.
  ///
  /// @param width of the window in px
  /// @param height of the window in px
  public ScaledPanel of(double width, double height) {
    if (width <= 0 || height <= 0) {
      return new ScaledPanel(Panel.UPRIGHT, 1);
    }
    return width > height ? lying(width, height) : upright(width, height);
  }

  /// On a panel of known size below 27 inch, the canvas shrinks and keys keep their real size.
  private ScaledPanel upright(double width, double height) {
    double even = Math.min(width / Tokens.WIDTH, height / Tokens.HEIGHT);
    double real = pxPerMm.orElse(0) / Tokens.PX_PER_MM;
    if (real <= even) {
      return new ScaledPanel(Panel.UPRIGHT, even);
    }
    double scale =
        Math.min(real, Math.min(width / UPRIGHT_LEAST_WIDTH, height / UPRIGHT_LEAST_HEIGHT));
    return new ScaledPanel(
        new Panel(
            Math.min(Tokens.WIDTH, Math.floor(width / scale)),
            Math.min(Tokens.HEIGHT, Math.floor(height / scale)),
            Panel.PanelShape.PORTRAIT,
            false),
        scale);
  }

  private ScaledPanel lying(double windowWidth, double height) {
    double width = Math.min(windowWidth, height * MOST_ASPECT);
    if (pxPerMm.isPresent()) {
      return sized(width, height, pxPerMm.getAsDouble() / Tokens.PX_PER_MM);
    }
    if (width / height >= WIDE_ASPECT && height >= TALL_ENOUGH) {
      return fit(
          Panel.PanelShape.LANDSCAPE,
          width,
          height,
          Math.min(width / Panel.LYING.width(), height / Panel.LYING.height()));
    }
    return fit(
        Panel.PanelShape.SMALL,
        width,
        height,
        Math.min(width / SMALL_WIDTH, height / SMALL_HEIGHT));
  }

  /// On a panel of known size one px of the canvas is 1 ÷ 3.212 mm. A panel larger than the layout
  /// was drawn for shows everything larger, not more.
  private ScaledPanel sized(double width, double height, double scale) {
    double most = Math.min(width / Panel.LYING.width(), height / Panel.LYING.height());
    double lying = Math.max(scale, most);
    if (width / lying >= LYING_LEAST_WIDTH && height / lying >= LYING_LEAST_HEIGHT) {
      return fit(Panel.PanelShape.LANDSCAPE, width, height, lying);
    }
    double largest = Math.min(width / SMALL_LEAST_WIDTH, height / SMALL_LEAST_HEIGHT);
    return fit(Panel.PanelShape.SMALL, width, height, Math.min(scale, largest));
  }

  private ScaledPanel fit(Panel.PanelShape kind, double width, double height, double scale) {
    return new ScaledPanel(
        new Panel(Math.floor(width / scale), Math.floor(height / scale), kind, handLeft), scale);
  }

  /// Returns the smallest side of a key in millimetres; empty if the panel's size is not known.
  ///
  /// @param width of the panel in px
  public OptionalDouble leastKeyMm(double width, double height) {
    return pxPerMm.isPresent()
        ? OptionalDouble.of(of(width, height).leastKey() / pxPerMm.getAsDouble())
        : OptionalDouble.empty();
  }

  /// Returns why a panel is too small to be used, in words for a technician; empty if it is not.
  ///
  /// @param width of the panel in px
  public Optional<String> tooSmall(double width, double height) {
    return smaller(
        width,
        height,
        USABLE_MM,
        "station.screen: the panel is too small: its keys would be %.1f mm, at least %.0f mm are"
            + " needed");
  }

  /// Returns the smallest side of a key in mm, as text.
  public String leastKey(double width, double height) {
    return String.format(Locale.ROOT, "%.1f", leastKeyMm(width, height).orElse(USABLE_MM));
  }

  /// Returns the smallest usable side of a key in mm, as text.
  public static String leastUsable() {
    return String.format(Locale.ROOT, "%.0f", USABLE_MM);
  }

  /// Returns a warning if a panel can be used but has smaller keys than intended; otherwise empty.
  ///
  /// @param width of the panel in px
  public Optional<String> smallKeys(double width, double height) {
    return smaller(
        width,
        height,
        Tokens.TARGET_MM,
        "station.screen: the panel is small: its least keys are %.1f mm, %.0f mm are meant");
  }

  private Optional<String> smaller(double width, double height, double least, String words) {
    double key = leastKeyMm(width, height).orElse(least);
    // The diagonal of a panel is rounded by up to half a tenth of a millimetre.
    return key >= least - 0.05
        ? Optional.empty()
        : Optional.of(String.format(Locale.ROOT, words, key, least));
  }

  /// Returns a warning if the keys of reach mode are too high or too low above the floor. Empty if
  /// they are not, or if size or height is not configured.
  ///
  /// @param width of the panel in px
  public Optional<String> outOfReach(double width, double height) {
    if (pxPerMm.isEmpty() || lowerEdgeMm.isEmpty()) {
      return Optional.empty();
    }
    ScaledPanel fit = of(width, height);
    double top = aboveFloor(fit.panel().middle() * fit.scale(), height);
    double bottom = aboveFloor(height - LOWEST_KEY * fit.scale(), height);
    if (top <= REACH_MOST_MM && bottom >= REACH_LEAST_MM) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "station.screen.lower-edge-mm: in reach mode the keys are %.0f to %.0f mm above the"
                + " floor, expected %.0f to %.0f",
            bottom,
            top,
            REACH_LEAST_MM,
            REACH_MOST_MM));
  }

  /// Distance of the lowest row of keys, by its middle, from the lower edge, in px of the canvas.
  private static final double LOWEST_KEY = 60;

  /// Returns the height of a point above the floor in millimetres.
  ///
  /// @param y of the point, from the top, in px of the panel
  /// @param height of the panel in px
  public double aboveFloor(double y, double height) {
    return lowerEdgeMm.orElse(0) + (height - y) / pxPerMm.orElse(Tokens.PX_PER_MM);
  }
}
