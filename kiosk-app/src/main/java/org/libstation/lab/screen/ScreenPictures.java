package org.libstation.lab.screen;

import java.time.Duration;
import java.util.Optional;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.libstation.flow.state.FlowState;
import org.libstation.language.Texts;
import org.libstation.language.speech.Speech;
import org.libstation.screen.LookOfState;
import org.libstation.screen.ScreenFit;
import org.libstation.screen.ScreenHost;
import org.libstation.screen.SiteNames;
import org.libstation.screen.SiteTheme;
import org.libstation.screen.kit.look.Brand;
import org.libstation.screen.kit.look.Tokens;

/// Draws any state as a PNG, 1080 × 1920 unless another size is given, with or without a display.
/// On the FX thread.
public final class ScreenPictures {
  private final ScreenHost host;
  private final double width;
  private final double height;

  public ScreenPictures(Texts texts, SiteNames names, Duration idle, Optional<SiteTheme> theme) {
    this(texts, names, idle, theme, Tokens.WIDTH, Tokens.HEIGHT);
  }

  /// @param width of the panel in px
  public ScreenPictures(
      Texts texts,
      SiteNames names,
      Duration idle,
      Optional<SiteTheme> theme,
      double width,
      double height) {
    this.width = width;
    this.height = height;
    host = new ScreenHost(texts, names, idle, _ -> {}, Speech.SILENT, System::nanoTime);
    theme.ifPresent(host::theme);
    Scene scene = new Scene(host, width, height);
    scene.setFill(Color.BLACK);
  }

  /// Sets the library's own mark.
  public void brand(Brand brand) {
    host.brand(brand);
  }

  /// Sets the size of the panel.
  public void fit(ScreenFit fit) {
    host.fit(fit);
  }

  /// @return the bytes of a PNG file
  public byte[] of(FlowState state) {
    host.show(state);
    Dimension2D board = LookOfState.board(state.screen(), new Dimension2D(width, height));
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
    // Lay out several times, as several pulses would: nodes added during a layout are laid out in
    // the next one.
    for (int pulse = 0; pulse < 4; pulse++) {
      host.applyCss();
      host.layout();
    }
  }
}
