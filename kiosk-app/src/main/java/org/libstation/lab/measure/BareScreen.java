package org.libstation.lab.measure;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that a JavaFX program can be: a few words over the whole screen. What a station's
/// start is held against, by the same virtual machine on the same display.
public final class BareScreen extends Application {

  @Override
  public void start(Stage stage) {
    stage.setScene(new Scene(new StackPane(new Label("Libstation"))));
    stage.setFullScreen(true);
    stage.show();
  }

  public static void main(String[] arguments) {
    launch(arguments);
  }
}
