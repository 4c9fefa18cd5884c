package org.libstation.device.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.CodaBarWriter;
import java.util.Map;

/// Draws a Codabar symbol as modules, one row high. It has no quiet zone, because the paper around
/// it is white.
public final class CodabarPicture {
  private CodabarPicture() {}

  /// The symbol's modules, one bit each.
  ///
  /// @param data start and stop letter included
  /// @throws IllegalArgumentException when Codabar cannot hold it
  public static BitMatrix modules(String data) {
    return new CodaBarWriter()
        .encode(data, BarcodeFormat.CODABAR, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
  }

  /// The text to print below, without start and stop letter.
  public static String text(String data) {
    return data.length() > 2 ? data.substring(1, data.length() - 1) : data;
  }
}
