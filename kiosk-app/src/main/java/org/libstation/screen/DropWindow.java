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

/// The window on a panel of the drop's own. It belongs to the station's window, which keeps the
/// keyboard: this one is touched and nothing else. No window manager and no compositor has a say in
/// where it stands. All calls on the FX thread.
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
    // What is typed in the station's window comes by here first.
    scene.setEventDispatcher(
        (event, tail) ->
            event instanceof KeyEvent || event instanceof InputMethodEvent
                ? event
                : inner.dispatchEvent(event, tail));
  }

  /// Covers a panel, or the same anew after it changed.
  ///
  /// @param station the station's window, which shows
  /// @param there in px of the display
  public void cover(Window station, Rectangle2D there) {
    host.setMinSize(there.getWidth(), there.getHeight());
    host.setPrefSize(there.getWidth(), there.getHeight());
    host.setMaxSize(there.getWidth(), there.getHeight());
    popup.show(station, there.getMinX(), there.getMinY());
  }

  /// Its panel is gone.
  public void hide() {
    popup.hide();
  }
}
