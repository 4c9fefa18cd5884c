package org.libstation.lab.bench;

import java.net.URL;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.libstation.lab.scenario.Bench;
import org.libstation.screen.look.Tokens;

/// The window of the bench. All methods on the FX thread.
final class BenchWindow {
  static final String TITLE = "Libstation bench";

  private final BenchView view;

  private BenchWindow(BenchView view) {
    this.view = view;
  }

  /// @param closed called when a person closes it
  static BenchWindow open(Bench bench, BenchHands hands, Places places, Runnable closed) {
    BenchView view = new BenchView(bench, hands);
    Scene scene = new Scene(view.node());
    scene.setFill(Color.web("#F5F0E6"));
    scene.getStylesheets().add(sheet(Tokens.class, "theme.css"));
    scene.getStylesheets().add(sheet(BenchWindow.class, "bench.css"));
    // Before the lists and fields see them: a list takes F2 for itself.
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event ->
            view.keys().entrySet().stream()
                .filter(key -> key.getKey().match(event))
                .findFirst()
                .ifPresent(
                    key -> {
                      event.consume();
                      key.getValue().run();
                    }));
    Stage stage = new Stage();
    stage.setTitle(TITLE);
    stage.setScene(scene);
    Rectangle2D place = places.bench();
    stage.setX(place.getMinX());
    stage.setY(place.getMinY());
    stage.setWidth(place.getWidth());
    stage.setHeight(place.getHeight());
    stage.setOnHidden(_ -> closed.run());
    stage.show();
    Platform.runLater(
        () -> {
          stage.setX(place.getMinX());
          stage.setY(place.getMinY());
          stage.setWidth(place.getWidth());
          stage.setHeight(place.getHeight());
        });
    return new BenchWindow(view);
  }

  void show(BenchSight sight) {
    view.show(sight);
  }

  void tell(String words) {
    view.tell(words);
  }

  private static String sheet(Class<?> beside, String name) {
    URL url = beside.getResource(name);
    if (url == null) {
      throw new IllegalStateException(name + " is not in the program");
    }
    return url.toExternalForm();
  }
}
