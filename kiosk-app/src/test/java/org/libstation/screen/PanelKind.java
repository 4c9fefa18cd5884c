package org.libstation.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.libstation.flow.state.FlowState;
import org.libstation.lab.screen.ScreenPictures;
import org.libstation.language.Texts;
import org.libstation.screen.kit.look.Panel;
import org.libstation.screen.kit.look.Tokens;

/// A panel by its pixels and, where the site tells it, its size.
record PanelKind(String name, double width, double height, ScreenFit fit) {
  static final PanelKind UPRIGHT = even(1080, 1920);
  static final PanelKind LYING = even(1920, 1080);
  static final PanelKind FIFTEEN_INCH = sized(1024, 768, 304.8);
  static final PanelKind TWENTY_FOUR_INCH = sized(1080, 1920, 299);

  /// The least upright canvas: what lies well here has more room at 24 inch.
  static final PanelKind TWENTY_ONE_INCH = sized(1080, 1920, 268);

  static final PanelKind DROP = even(1024, 600);

  /// The three that screens are designed for.
  static final List<PanelKind> DESIGNED = List.of(UPRIGHT, LYING, FIFTEEN_INCH);

  static final List<PanelKind> OTHERS =
      List.of(
          TWENTY_ONE_INCH,
          TWENTY_FOUR_INCH,
          even(1024, 768),
          even(1280, 1024),
          even(1366, 768),
          sized(1366, 768, 410),
          sized(1280, 1024, 376),
          sized(3840, 2160, 598));

  static PanelKind even(double width, double height) {
    return new PanelKind((int) width + "x" + (int) height, width, height, ScreenFit.EVEN);
  }

  static PanelKind sized(double width, double height, double widthMm) {
    return new PanelKind(
        (int) width + "x" + (int) height + "-" + (int) widthMm + "mm",
        width,
        height,
        new ScreenFit(OptionalDouble.of(width / widthMm), OptionalDouble.empty(), false));
  }

  /// 20 mm in px of the canvas, where the size is told.
  double leastKey() {
    return fit.pxPerMm().isPresent()
        ? Tokens.TARGET_MM * fit.pxPerMm().getAsDouble() / fit.of(width, height).scale()
        : Tokens.TARGET_MIN;
  }

  Panel panel() {
    return fit.of(width, height).panel();
  }

  ScreenHost host(Texts texts) {
    ScreenHost host = SilentHost.of(texts, _ -> {});
    host.fit(fit);
    Scene scene = new Scene(host, width, height);
    assertThat(scene.getRoot()).isSameAs(host);
    return host;
  }

  void show(ScreenHost host, FlowState state) {
    host.resize(width, height);
    host.show(state);
    for (int pass = 0; pass < 4; pass++) {
      host.applyCss();
      host.layout();
    }
  }

  /// What lies under a sheet is not read.
  static Node topmost(ScreenHost host, FlowState state) {
    Parent canvas = (Parent) host.getChildrenUnmodifiable().getFirst();
    return state.overlay().isPresent() ? canvas.getChildrenUnmodifiable().getLast() : canvas;
  }

  byte[] picture(Texts texts, FlowState state) {
    ScreenPictures pictures =
        new ScreenPictures(
            texts, ScreensTest.names(), Duration.ofSeconds(60), Optional.empty(), width, height);
    pictures.fit(fit);
    return pictures.of(state);
  }
}
