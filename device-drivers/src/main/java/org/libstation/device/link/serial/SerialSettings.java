package org.libstation.device.link.serial;

/// Settings of a serial line.
///
/// @param baud bits per second
/// @param dataBits 7 or 8
/// @param parity `N`, `E` or `O`
/// @param stopBits 1 or 2
public record SerialSettings(int baud, int dataBits, char parity, int stopBits) {
  public SerialSettings {
    if (baud <= 0 || dataBits < 7 || dataBits > 8 || stopBits < 1 || stopBits > 2) {
      throw new IllegalArgumentException(
          "not a serial setting: " + baud + " " + dataBits + parity + stopBits);
    }
    if ("NEO".indexOf(parity) < 0) {
      throw new IllegalArgumentException("parity is N, E or O, not " + parity);
    }
  }

  /// Reads the usual short form, such as `8N1` or `7E2`.
  public static SerialSettings of(int baud, String frame) {
    if (!frame.matches("[78][NEO][12]")) {
      throw new IllegalArgumentException("a frame looks like 8N1 or 7E2, not '" + frame + "'");
    }
    return new SerialSettings(baud, frame.charAt(0) - '0', frame.charAt(1), frame.charAt(2) - '0');
  }
}
