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

/// The window of a kiosk before there is anything to show in it: it fills the screen with the
/// [FirstPicture], and [KioskWindow] goes on in it, so that nothing flickers when the station can
/// be used. All calls on the FX thread.
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
    // Nobody closes it; the station's own window judges what a person wants.
    stage.setOnCloseRequest(javafx.event.Event::consume);
  }

  /// @param words *one moment* in each language
  /// @param theme the site's own colours; they are judged later
  /// @param there the station's panel among several, in px of the display
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
