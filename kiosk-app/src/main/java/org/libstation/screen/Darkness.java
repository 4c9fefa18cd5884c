package org.libstation.screen;

import javafx.event.Event;
import javafx.scene.Cursor;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Region;

/// Covers the screen in black, so that no picture burns in. The first touch ends the darkness and
/// has no other effect.
final class Darkness extends Region {

  /// @param touched called at each touch
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
