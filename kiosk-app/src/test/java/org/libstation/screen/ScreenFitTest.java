package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.screen.kit.look.Panel;

/// The canvas follows from the window, and from the panel's size where it is told.
class ScreenFitTest {
  @ParameterizedTest
  @CsvSource({
    "1080, 1920, PORTRAIT, 1080, 1920, 1",
    "540, 1200, PORTRAIT, 1080, 1920, 0.5",
    "1920, 1080, LANDSCAPE, 1920, 1080, 1",
    "3840, 2160, LANDSCAPE, 1920, 1080, 2",
    "1920, 1200, LANDSCAPE, 1920, 1200, 1",
    "1024, 768, SMALL, 1024, 768, 1",
    "1366, 768, SMALL, 1366, 768, 1",
    "1280, 1024, SMALL, 1024, 819, 1.25",
    "800, 600, SMALL, 1024, 768, 0.78125",
  })
  void without_a_size_a_window_is_filled_evenly(
      double width,
      double height,
      Panel.PanelShape kind,
      double canvasWidth,
      double canvasHeight,
      double scale) {
    ScreenFit.ScaledPanel fit = ScreenFit.EVEN.of(width, height);
    assertThat(fit.panel()).isEqualTo(new Panel(canvasWidth, canvasHeight, kind, false));
    assertThat(fit.scale()).isCloseTo(scale, within(0.0001));
  }

  @ParameterizedTest
  @CsvSource({
    // 15 inch; 18.5 inch; 19 inch; 27 inch; 27 inch in 4K; 43 inch
    "1024, 768, 304.8, SMALL",
    "1366, 768, 410, SMALL",
    "1280, 1024, 376, SMALL",
    "1920, 1080, 598, LANDSCAPE",
    "3840, 2160, 598, LANDSCAPE",
    "1920, 1080, 941, LANDSCAPE",
  })
  void on_a_panel_of_known_size_the_least_key_has_20_mm(
      double width, double height, double widthMm, Panel.PanelShape kind) {
    ScreenFit fit = sized(width, widthMm, OptionalDouble.empty());
    assertThat(fit.of(width, height).panel().kind()).isEqualTo(kind);
    assertThat(fit.leastKeyMm(width, height).orElseThrow()).isGreaterThanOrEqualTo(20);
    assertThat(fit.tooSmall(width, height)).isEmpty();
    assertThat(fit.smallKeys(width, height)).isEmpty();
  }

  @Test
  void a_panel_of_ten_inches_is_refused_with_the_size_its_keys_would_have() {
    assertThat(sized(1024, 222, OptionalDouble.empty()).tooSmall(1024, 600))
        .hasValue(
            "station.screen: the panel is too small: its keys would be 12.3 mm, at least 15 mm are"
                + " needed");
  }

  /// Widths of upright panels of 9 : 16 with 27, 24, 21.5 and 21.3 inch.
  @ParameterizedTest
  @CsvSource({"336", "299", "268", "265"})
  void an_upright_panel_down_to_21_inches_has_keys_of_20_mm(double widthMm) {
    ScreenFit fit = sized(1080, widthMm, OptionalDouble.empty());
    assertThat(fit.leastKeyMm(1080, 1920).orElseThrow()).isGreaterThanOrEqualTo(20);
    assertThat(fit.smallKeys(1080, 1920)).isEmpty();
  }

  @Test
  void an_upright_panel_of_20_inches_may_be_used_and_is_told_of() {
    ScreenFit fit = sized(1080, 249, OptionalDouble.empty());
    assertThat(fit.tooSmall(1080, 1920)).isEmpty();
    assertThat(fit.smallKeys(1080, 1920))
        .hasValueSatisfying(words -> assertThat(words).contains("least keys are 18.9 mm"));
  }

  @Test
  void the_keys_of_reach_mode_have_a_height_above_the_floor() {
    assertThat(sized(1080, 336, OptionalDouble.of(700)).outOfReach(1080, 1920)).isEmpty();
    assertThat(sized(1080, 336, OptionalDouble.of(1000)).outOfReach(1080, 1920))
        .hasValueSatisfying(words -> assertThat(words).contains("1019 to 1299 mm above the floor"));
    assertThat(sized(1080, 336, OptionalDouble.of(300)).outOfReach(1080, 1920)).isPresent();
    assertThat(sized(1920, 598, OptionalDouble.of(900)).outOfReach(1920, 1080)).isEmpty();
  }

  private static ScreenFit sized(double widthPx, double widthMm, OptionalDouble lowerEdge) {
    return new ScreenFit(OptionalDouble.of(widthPx / widthMm), lowerEdge, false);
  }
}
