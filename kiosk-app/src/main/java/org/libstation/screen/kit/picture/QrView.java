package org.libstation.screen.kit.picture;

import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.libstation.screen.kit.look.Box;

/// Draws a QR code, black on white in every theme. A module is a whole number of px, so that all
/// are equally wide.
public final class QrView extends Region {
  private static final Color DARK = Color.web("#14181D");

  private final WritableImage image;
  private final ImageView shown;

  /// @param px greatest size; modules are as large as fit
  /// @param words read aloud for it
  public QrView(QrCode code, double px, String words) {
    int module = Math.max(1, (int) (px / code.width()));
    int side = module * code.width();
    image = new WritableImage(side, side);
    PixelWriter pixels = image.getPixelWriter();
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        pixels.setColor(x, y, code.isDark(x / module, y / module) ? DARK : Color.WHITE);
      }
    }
    shown = new ImageView(image);
    shown.setSmooth(false);
    getChildren().add(shown);
    Box.fixed(this, side, side);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(words);
    getStyleClass().add("qr");
  }

  /// Erases the code from memory.
  public void wipe() {
    PixelWriter pixels = image.getPixelWriter();
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixels.setColor(x, y, Color.WHITE);
      }
    }
    shown.setImage(null);
  }
}
