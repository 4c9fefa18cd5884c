package org.libstation.device.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes a QR code as modules (error correction M), and reads a code from a picture. The modules
/// have no quiet zone, because the paper around them is white.
public final class QrPicture {
  /// White margin beside a code, in modules (ISO/IEC 18004: four).
  private static final int QUIET = 4;

  private static final Map<DecodeHintType, Object> READING =
      Map.of(
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(BarcodeFormat.QR_CODE),
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.CHARACTER_SET,
          "UTF-8");

  private QrPicture() {}

  /// Size of a code's module, in dots.
  ///
  /// @param width of the paper in dots
  /// @param usual the largest size
  public static int module(BitMatrix modules, int width, int usual) {
    return Math.clamp(width / (modules.getWidth() + 2L * QUIET), 1, usual);
  }

  /// The code's modules, one bit each.
  ///
  /// @throws IllegalArgumentException when the text is too long for a QR code
  public static BitMatrix modules(String text) {
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

  /// The text of the code in a picture, such as a photograph; empty if no code can be read.
  public static Optional<String> read(BufferedImage image) {
    // One in two hundred good pictures can only be read at a smaller size.
    return found(image).or(() -> found(scaled(image, 0.75))).or(() -> found(scaled(image, 0.5)));
  }

  private static Optional<String> found(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource light = new RGBLuminanceSource(width, height, pixels);
    // The first handles shadows better, the second blur.
    for (Binarizer binarizer :
        List.of(new HybridBinarizer(light), new GlobalHistogramBinarizer(light))) {
      try {
        return Optional.of(
            new MultiFormatReader().decode(new BinaryBitmap(binarizer), READING).getText());
      } catch (NotFoundException _) {
        // The other binarizer may find it.
      }
    }
    return Optional.empty();
  }

  private static BufferedImage scaled(BufferedImage image, double size) {
    int width = Math.max(1, (int) (image.getWidth() * size));
    int height = Math.max(1, (int) (image.getHeight() * size));
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scaled.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return scaled;
  }

  /// A code as lines of half blocks for a terminal. A terminal is dark, so the light modules are
  /// drawn.
  public static List<String> inHalfBlocks(String text) {
    BitMatrix modules = modules(text);
    List<String> lines = new ArrayList<>();
    for (int y = -QUIET; y < modules.getHeight() + QUIET; y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = -QUIET; x < modules.getWidth() + QUIET; x++) {
        boolean above = isLight(modules, x, y);
        boolean below = isLight(modules, x, y + 1);
        line.append(above ? below ? '\u2588' : '\u2580' : below ? '\u2584' : ' ');
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static boolean isLight(BitMatrix modules, int x, int y) {
    boolean within = x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight();
    return !within || !modules.get(x, y);
  }
}
