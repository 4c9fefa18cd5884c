package org.libstation.device.modbusbin;

import org.libstation.device.link.WireBytes;

/// The frame of Modbus RTU: unit, function, data, CRC low byte first (MODBUS over serial line
/// V1.02, 2.5.1).
public final class Rtu {
  /// The shortest frame: an exception.
  static final int SHORTEST = 5;

  private static final int POLYNOMIAL = 0xA001;

  private Rtu() {}

  /// Appends the CRC.
  ///
  /// @param frame unit, function, data
  public static WireBytes seal(WireBytes frame) {
    int crc = frame.crc16(POLYNOMIAL);
    return frame.plus(WireBytes.of(crc & 0xFF, crc >> 8));
  }

  static boolean isWhole(WireBytes frame) {
    int end = frame.length() - 2;
    int crc = frame.slice(0, end).crc16(POLYNOMIAL);
    return frame.at(end) == (crc & 0xFF) && frame.at(end + 1) == crc >> 8;
  }
}
