package org.libstation.screen;

import java.time.Duration;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import org.libstation.flow.FlowState;
import org.libstation.screen.common.Tokens;
import org.libstation.text.Texts;

/// Draws any state as a PNG of 1080 × 1920, with or without a display. On the FX thread.
public final class ScreenPictures {
  private final ScreenHost host;

  public ScreenPictures(Texts texts, SiteNames names, Duration idle, Optional<SiteTheme> theme) {
    host = new ScreenHost(texts, names, idle, _ -> {});
    theme.ifPresent(host::theme);
    Scene scene = new Scene(host, Tokens.WIDTH, Tokens.HEIGHT);
    scene.setFill(javafx.scene.paint.Color.BLACK);
  }

  /// @return the bytes of a PNG file
  public byte[] of(FlowState state) {
    host.show(state);
    lay();
    WritableImage image = host.snapshot(null, null);
    byte[] png = Png.of(image);
    host.clear();
    return png;
  }

  private void lay() {
    host.resize(Tokens.WIDTH, Tokens.HEIGHT);
    host.applyCss();
    host.layout();
    // A second pass: keys that turn pages appear only once the rows have been measured.
    host.applyCss();
    host.layout();
  }
}
