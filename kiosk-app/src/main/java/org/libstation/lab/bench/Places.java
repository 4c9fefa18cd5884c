package org.libstation.lab.bench;

import javafx.geometry.Rectangle2D;
import org.libstation.lab.scenario.Showing;
import org.libstation.screen.KioskWindow;

/// Positions of kiosk and bench on the desktop: beside each other, centred.
///
/// @param kiosk x and y of its window, and its height; the width follows from it
/// @param bench the bench with its frame
record Places(Rectangle2D kiosk, Rectangle2D bench) {
  private static final double EDGE = 12;
  private static final double BENCH_MOST = 1280;
  private static final double BENCH_LEAST = 560;

  /// Places both beside each other on one desktop.
  ///
  /// @param desktop the part of the screen that windows may use
  static Places on(Rectangle2D desktop) {
    double height = Math.floor(Math.min(desktop.getHeight() - 2 * EDGE, 1400));
    double kioskWidth = KioskWindow.widthFor(height);
    double rest = desktop.getWidth() - kioskWidth - 3 * EDGE;
    double benchWidth = Math.floor(Math.clamp(rest, BENCH_LEAST, BENCH_MOST));
    double spare = Math.max(0, desktop.getWidth() - kioskWidth - benchWidth - 3 * EDGE);
    double x = Math.floor(desktop.getMinX() + EDGE + spare / 2);
    double y = Math.floor(desktop.getMinY() + EDGE);
    Rectangle2D kiosk = new Rectangle2D(x, y, kioskWidth, height);
    return new Places(kiosk, new Rectangle2D(x + kioskWidth + EDGE, y, benchWidth, height));
  }

  /// Places the bench on another desktop, for a kiosk that fills the first.
  Places benchOn(Rectangle2D other) {
    double width = Math.min(bench.getWidth(), other.getWidth() - 2 * EDGE);
    double height = Math.min(bench.getHeight(), other.getHeight() - 2 * EDGE);
    return new Places(
        kiosk, new Rectangle2D(other.getMinX() + EDGE, other.getMinY() + EDGE, width, height));
  }

  Showing.WindowShowing showing(boolean fullscreen) {
    return new Showing.WindowShowing(
        fullscreen, (int) kiosk.getMinX(), (int) kiosk.getMinY(), (int) kiosk.getHeight());
  }
}
