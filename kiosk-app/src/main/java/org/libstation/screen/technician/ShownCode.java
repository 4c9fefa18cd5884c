package org.libstation.screen.technician;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.Code128Writer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import org.libstation.screen.kit.look.Box;
import org.libstation.screen.kit.look.StaffMetrics;
import org.libstation.screen.kit.picture.QrCode;
import org.libstation.screen.kit.picture.QrView;

/// A text as Code 128 (ISO/IEC 15417) and as QR code (ISO/IEC 18004), for a scanner to read off the
/// screen. It is black on white in every theme, and each module is a whole number of px. A laser
/// scanner needs paper instead.
final class ShownCode extends FlowPane {
  private static final Color DARK = Color.web("#14181D");

  /// White margin at each side of Code 128, in modules: ISO/IEC 15417 asks for ten.
  private static final int QUIET = 10;

  /// @param width largest width in px
  /// @param words what is read aloud for it
  ShownCode(String text, double width, StaffMetrics.TestCodeMetrics sizes, String words) {
    super(24, sizes.apart());
    setAlignment(Pos.CENTER);
    setStyle("-fx-background-color: white;");
    double inner = width - 48;
    Box.padded(this, sizes.ends(), 24, sizes.ends(), 24);
    getChildren().add(bars(text, inner, sizes.bars(), words));
    QrCode.of(text).ifPresent(code -> getChildren().add(new QrView(code, sizes.square(), words)));
    setPrefWrapLength(inner);
    setMaxWidth(width);
    setMinHeight(Region.USE_PREF_SIZE);
  }

  private static Region bars(String text, double width, double height, String words) {
    BitMatrix bits = new Code128Writer().encode(text, BarcodeFormat.CODE_128, 0, 1);
    int first = bits.getEnclosingRectangle()[0];
    int modules = bits.getEnclosingRectangle()[2];
    int all = modules + 2 * QUIET;
    int module = Math.max(1, (int) (width / all));
    WritableImage image = new WritableImage(module * all, (int) height);
    PixelWriter pixels = image.getPixelWriter();
    for (int x = 0; x < module * all; x++) {
      int at = x / module - QUIET;
      boolean dark = at >= 0 && at < modules && bits.get(first + at, 0);
      for (int y = 0; y < (int) height; y++) {
        pixels.setColor(x, y, dark ? DARK : Color.WHITE);
      }
    }
    ImageView shown = new ImageView(image);
    shown.setSmooth(false);
    shown.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    shown.setAccessibleText(words);
    VBox box = new VBox(shown);
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
