package org.libstation.screen.kit.picture;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/// A QR code as modules (ISO/IEC 18004): error correction M, UTF-8, with its quiet zone.
public final class QrCode {
  /// White border in modules: ISO/IEC 18004 asks for four.
  private static final int QUIET = 4;

  /// Largest version that is drawn: 89 modules, 97 with the quiet zone. If a phone shows the code
  /// 40 mm wide, a module is 0.41 mm.
  public static final int MOST_VERSION = 18;

  private final int width;
  private final BitSet dark;

  private QrCode(int width, BitSet dark) {
    this.width = width;
    this.dark = dark;
  }

  /// Encodes a text; empty if it does not fit into [#MOST_VERSION].
  public static Optional<QrCode> of(String text) {
    // 18-M holds 560 bytes; the encoder itself would go up to version 40.
    if (text.getBytes(StandardCharsets.UTF_8).length > 600) {
      return Optional.empty();
    }
    try {
      com.google.zxing.qrcode.encoder.QRCode code =
          Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"));
      return code.getVersion().getVersionNumber() > MOST_VERSION
          ? Optional.empty()
          : Optional.of(framed(code.getMatrix()));
    } catch (WriterException e) {
      return Optional.empty();
    }
  }

  private static QrCode framed(ByteMatrix bits) {
    int width = bits.getWidth() + 2 * QUIET;
    BitSet dark = new BitSet(width * width);
    for (int y = 0; y < bits.getHeight(); y++) {
      for (int x = 0; x < bits.getWidth(); x++) {
        dark.set((y + QUIET) * width + x + QUIET, bits.get(x, y) == 1);
      }
    }
    return new QrCode(width, dark);
  }

  /// Modules of a side, with the quiet zone.
  public int width() {
    return width;
  }

  public boolean isDark(int x, int y) {
    return dark.get(y * width + x);
  }
}
