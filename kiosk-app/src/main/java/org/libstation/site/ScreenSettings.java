package org.libstation.site;

import java.util.OptionalDouble;
import org.libstation.screen.ScreenFit;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Size and position of the panel.
///
/// @param inches diagonal; 0 = unknown
/// @param widthMm width of the picture in millimetres, overrides `inches`; 0 = unknown
/// @param lowerEdgeMm height of the picture's lower edge above the floor, in millimetres; 0 =
///   unknown
/// @param hand on a wide panel, the side of the hand picture and the keys
/// @param cards the side of the tray where cards are read
public record ScreenSettings(
    @DefaultValue("0") @SiteSetting(form = FormGroup.SCREEN, least = 7, most = 100, orZero = true)
        double inches,
    @DefaultValue("0")
        @SiteSetting(form = FormGroup.SCREEN, least = 100, most = 2500, orZero = true)
        double widthMm,
    @DefaultValue("0") @SiteSetting(form = FormGroup.SCREEN, least = 0, most = 1500)
        double lowerEdgeMm,
    @DefaultValue("right") @SiteSetting(form = FormGroup.SCREEN) Side hand,
    @DefaultValue("full") MotionSetting motion,
    @DefaultValue("right") Side cards) {
  private static final double MM_AN_INCH = 25.4;

  /// A side of the panel.
  public enum Side {
    RIGHT,
    LEFT
  }

  /// Whether the screens use motion.
  public enum MotionSetting {
    FULL,
    /// Nothing on the screens moves.
    NONE
  }

  /// Returns what is known of a panel's real size and height above the floor, from which the
  /// picture's scale is chosen.
  ///
  /// @param width of the panel in px
  /// @param height of the panel in px
  public ScreenFit fit(double width, double height) {
    return new ScreenFit(
        pxPerMm(width, height),
        lowerEdgeMm == 0 ? OptionalDouble.empty() : OptionalDouble.of(lowerEdgeMm),
        hand == Side.LEFT);
  }

  private OptionalDouble pxPerMm(double width, double height) {
    if (widthMm > 0) {
      return OptionalDouble.of(width / widthMm);
    }
    return inches > 0
        ? OptionalDouble.of(Math.hypot(width, height) / (inches * MM_AN_INCH))
        : OptionalDouble.empty();
  }
}
