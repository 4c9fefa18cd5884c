package org.libstation.screen;

import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Region;

/// Covers the screen in black: nothing is drawn, nothing burns in. The first touch lights it and
/// reaches nothing else.
final class Darkness extends Region {

  /// @param touched called when it is touched
  Darkness(Runnable touched) {
    setStyle("-fx-background-color: black");
    setCursor(Cursor.NONE);
    addEventHandler(
        javafx.scene.input.MouseEvent.MOUSE_PRESSED,
        event -> {
          event.consume();
          touched.run();
        });
    addEventHandler(InputEvent.ANY, Event::consume);
  }
}
