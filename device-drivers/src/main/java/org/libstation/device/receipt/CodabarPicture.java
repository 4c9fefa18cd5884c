package org.libstation.device.receipt;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.oned.CodaBarWriter;
import java.util.Map;

/// A Codabar symbol as modules, one row high, with no quiet zone (paper is white enough).
public final class CodabarPicture {
  private CodabarPicture() {}

  /// One bit a module.
  ///
  /// @param data start and stop letter included
  /// @throws IllegalArgumentException when Codabar cannot hold it
  public static BitMatrix modules(String data) {
    return new CodaBarWriter()
        .encode(data, BarcodeFormat.CODABAR, 0, 1, Map.of(EncodeHintType.MARGIN, 0));
  }

  /// The text that stands below: without start and stop.
  public static String text(String data) {
    return data.length() > 2 ? data.substring(1, data.length() - 1) : data;
  }
}
