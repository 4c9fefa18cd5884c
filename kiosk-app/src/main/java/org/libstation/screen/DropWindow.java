package org.libstation.screen;

import javafx.event.EventDispatcher;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Window;

/// The window on a separate panel of the book drop. It belongs to the station's window, which keeps
/// the keyboard; this window accepts touches only. No window manager or compositor decides where it
/// stands. Call all methods on the FX thread.
public final class DropWindow {
  private final Popup popup = new Popup();
  private final ScreenHost host;

  public DropWindow(ScreenHost host) {
    this.host = host;
    popup.setAutoFix(false);
    popup.setAutoHide(false);
    popup.setHideOnEscape(false);
    popup.getContent().add(host);
    Scene scene = popup.getScene();
    scene.setFill(Color.web(KioskWindow.PAPER));
    scene.setCursor(Cursor.NONE);
    EventDispatcher inner = scene.getEventDispatcher();
    // Key events of the station's window pass through here first.
    scene.setEventDispatcher(
        (event, tail) ->
            event instanceof KeyEvent || event instanceof InputMethodEvent
                ? event
                : inner.dispatchEvent(event, tail));
  }

  /// Covers a panel, and covers it again after the panel changed.
  ///
  /// @param station the visible window of the station
  /// @param there the panel, in px of the display
  public void cover(Window station, Rectangle2D there) {
    host.setMinSize(there.getWidth(), there.getHeight());
    host.setPrefSize(there.getWidth(), there.getHeight());
    host.setMaxSize(there.getWidth(), there.getHeight());
    popup.show(station, there.getMinX(), there.getMinY());
  }

  /// Hides the window after its panel was disconnected.
  public void hide() {
    popup.hide();
  }
}
