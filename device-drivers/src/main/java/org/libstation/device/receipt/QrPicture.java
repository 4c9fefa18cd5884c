package org.libstation.device.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/// A QR code as modules, error correction M, with no quiet zone (paper is white enough).
public final class QrPicture {
  /// Paper beside a code, in modules (ISO/IEC 18004: four).
  private static final int QUIET = 4;

  private QrPicture() {}

  /// How many dots a module of a code may have.
  ///
  /// @param width of the paper in dots
  /// @param usual at most
  public static int module(BitMatrix modules, int width, int usual) {
    return Math.clamp(width / (modules.getWidth() + 2L * QUIET), 1, usual);
  }

  /// One bit a module.
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
}
