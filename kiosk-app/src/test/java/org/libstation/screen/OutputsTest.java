package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class OutputsTest {
  /// As xrandr 1.5 wrote it under cage 0.2 with XWayland 24.1, and of an X server.
  private static final String TOLD =
      """
      Monitors: 3
       0: +HEADLESS-2 1280/339x720/190+0+0  HEADLESS-2
       1: +*HDMI-A-1 720/190x1280/339+1280+0  HDMI-A-1
       2: DP-1 1024/271x600/159-1024+40
      """;

  @Test
  void panels_are_known_by_name_and_place() {
    Outputs lit = Outputs.parse(TOLD);
    assertThat(lit.named("HEADLESS-2")).contains(new Rectangle2D(0, 0, 1280, 720));
    assertThat(lit.named("HDMI-A-1")).contains(new Rectangle2D(1280, 0, 720, 1280));
    assertThat(lit.named("DP-1")).contains(new Rectangle2D(-1024, 40, 1024, 600));
    assertThat(lit.named("HDMI")).isEmpty();
    assertThat(lit.beside("HEADLESS-2")).isEqualTo(lit.named("HDMI-A-1"));
  }

  @Test
  void a_display_that_says_something_else_has_none() {
    assertThat(Outputs.parse("Can't open display :9\n").all()).isEmpty();
    assertThat(Outputs.parse("").beside("DP-1")).isEmpty();
  }
}
