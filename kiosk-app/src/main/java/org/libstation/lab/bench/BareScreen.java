package org.libstation.lab.bench;

import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The smallest JavaFX program: a few words over the whole screen. The start of a station is
/// compared with it, in the same virtual machine on the same display.
public final class BareScreen extends Application {

  @Override
  public void start(Stage stage) {
    // Without a window manager, full screen alone leaves the window as small as its content.
    Rectangle2D panel = Screen.getPrimary().getBounds();
    stage.setScene(
        new Scene(new StackPane(new Label("Libstation")), panel.getWidth(), panel.getHeight()));
    stage.setX(panel.getMinX());
    stage.setY(panel.getMinY());
    stage.setFullScreen(true);
    stage.show();
  }

  public static void main(String[] arguments) {
    launch(arguments);
  }
}
