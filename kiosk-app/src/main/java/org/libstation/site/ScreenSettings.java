package org.libstation.site;

import java.util.OptionalDouble;
import org.libstation.screen.ScreenFit;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How large the panel is and where it hangs.
///
/// @param inches its diagonal; 0 = not told
/// @param widthMm width of its picture in millimetres, goes before `inches`; 0 = not told
/// @param lowerEdgeMm of its picture above the floor; 0 = not told
/// @param hand on a wide panel the side of the hand picture and the keys: `right` or `left`
/// @param motion `full`, or `none`: nothing on the screens moves
/// @param cards on which side of the tray cards are read: `right` or `left`
public record ScreenSettings(
    @DefaultValue("0") double inches,
    @DefaultValue("0") double widthMm,
    @DefaultValue("0") double lowerEdgeMm,
    @DefaultValue("right") String hand,
    @DefaultValue("full") String motion,
    @DefaultValue("right") String cards) {
  private static final double MM_AN_INCH = 25.4;

  public ScreenSettings {
    require(inches == 0 || (inches >= 7 && inches <= 100), "inches", Reason.rangeOrZero(7, 100));
    require(
        widthMm == 0 || (widthMm >= 100 && widthMm <= 2500),
        "width-mm",
        Reason.rangeOrZero(100, 2500));
    require(lowerEdgeMm >= 0 && lowerEdgeMm <= 1500, "lower-edge-mm", Reason.range(0, 1500));
    require(hand.equals("right") || hand.equals("left"), "hand", Reason.oneOf("right", "left"));
    require(motion.equals("full") || motion.equals("none"), "motion", Reason.oneOf("full", "none"));
    require(cards.equals("right") || cards.equals("left"), "cards", Reason.oneOf("right", "left"));
  }

  private static void require(boolean holds, String key, Reason expected) {
    StationSettings.require(holds, "screen." + key, expected);
  }

  /// @param width of the panel in px
  /// @param height of the panel in px
  public ScreenFit fit(double width, double height) {
    return new ScreenFit(
        pxPerMm(width, height),
        lowerEdgeMm == 0 ? OptionalDouble.empty() : OptionalDouble.of(lowerEdgeMm),
        hand.equals("left"));
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
