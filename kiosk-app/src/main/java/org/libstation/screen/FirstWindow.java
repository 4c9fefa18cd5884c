package org.libstation.screen;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.libstation.flow.state.Language;

/// The window of a kiosk before the station has anything to show. It fills the screen with the
/// [FirstPicture]. [KioskWindow] later takes over the same window, so nothing flickers. Call all
/// methods on the FX thread.
public final class FirstWindow {
  private static final String TITLE = "Libstation";

  private final Stage stage = new Stage(StageStyle.UNDECORATED);
  private final Scene scene;

  private FirstWindow(Parent picture, Optional<Rectangle2D> there) {
    Rectangle2D bounds = there.orElseGet(() -> Screen.getPrimary().getBounds());
    this.scene = new Scene(new PanelPane(picture, there), bounds.getWidth(), bounds.getHeight());
    scene.setFill(Color.web(KioskWindow.PAPER));
    scene.setCursor(Cursor.NONE);
    stage.setTitle(TITLE);
    stage.setScene(scene);
    // Closing is not possible here; the station's own window decides about it.
    stage.setOnCloseRequest(javafx.event.Event::consume);
  }

  /// Opens the window.
  ///
  /// @param words *one moment* in each language
  /// @param theme the site's own colours, not yet checked
  /// @param there the station's panel if the display has several, in px of the display
  public static FirstWindow open(
      Map<Language, String> words, Optional<Path> theme, Optional<Rectangle2D> there) {
    FirstPicture picture = new FirstPicture(words);
    theme.ifPresent(css -> picture.getStylesheets().add(css.toUri().toString()));
    FirstWindow window = new FirstWindow(picture, there);
    KioskWindow.fill(window.stage, there);
    window.stage.setAlwaysOnTop(true);
    window.stage.show();
    return window;
  }

  Stage stage() {
    return stage;
  }

  Scene scene() {
    return scene;
  }
}
