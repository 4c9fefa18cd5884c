package org.libstation.site;

import java.util.OptionalDouble;
import org.libstation.screen.ScreenFit;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large the panel is and where it hangs.
///
/// @param inches its diagonal; 0 = not told
/// @param widthMm width of its picture in millimetres, goes before `inches`; 0 = not told
/// @param lowerEdgeMm of its picture above the floor; 0 = not told
/// @param hand on a wide panel the side of the hand picture and the keys
/// @param cards on which side of the tray cards are read
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

  public enum Side {
    RIGHT,
    LEFT
  }

  public enum MotionSetting {
    FULL,
    /// Nothing on the screens moves.
    NONE
  }

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
