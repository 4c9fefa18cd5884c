package org.libstation.screen;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
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
    scene.setFill(Color.BLACK);
  }

  /// @return the bytes of a PNG file
  public byte[] of(FlowState state) {
    host.show(state);
    Dimension2D board = ScreenHost.board(state.screen());
    lay(board);
    SnapshotParameters whole = new SnapshotParameters();
    whole.setViewport(new Rectangle2D(0, 0, board.getWidth(), board.getHeight()));
    WritableImage image = host.snapshot(whole, null);
    byte[] png = Png.of(image);
    host.clear();
    return png;
  }

  private void lay(Dimension2D board) {
    host.resize(board.getWidth(), board.getHeight());
    // As several pulses would: what is added while laying out is laid out with the next one.
    for (int pulse = 0; pulse < 4; pulse++) {
      host.applyCss();
      host.layout();
    }
  }
}
