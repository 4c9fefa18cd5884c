package org.libstation.screen.common;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/// A QR code, dark on white in every theme: cameras do not read the other way round. With the quiet
/// zone of four modules that ISO/IEC 18004 asks for.
public final class QrSquare extends Region {
  private static final int QUIET = 4;

  /// @param words read out for it
  /// @param least the square is at least so wide, in px; each module is a whole number of px
  /// @throws IllegalArgumentException when the text is too long for a QR code
  public QrSquare(String text, String words, double least) {
    BitMatrix modules = modules(text);
    int across = modules.getWidth() + 2 * QUIET;
    double module = Math.ceil(least / across);
    SVGPath path = new SVGPath();
    path.setContent(outline(modules));
    path.setFill(Color.web("#1C2127"));
    path.setSmooth(false);
    path.setManaged(false);
    path.getTransforms().add(new Scale(module, module));
    getChildren().add(path);
    getStyleClass().add("qr");
    setMinSize(across * module, across * module);
    setPrefSize(across * module, across * module);
    setMaxSize(across * module, across * module);
    setAccessibleText(words);
  }

  private static String outline(BitMatrix modules) {
    StringBuilder outline = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        if (modules.get(x, y)) {
          outline.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
        }
      }
    }
    return outline.toString();
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8",
                  EncodeHintType.MARGIN,
                  0));
    } catch (WriterException e) {
      throw new IllegalArgumentException("no QR code can hold this text", e);
    }
  }
}
