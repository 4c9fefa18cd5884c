package org.libstation.device.escpos;

/// A few whole commands, small enough for the receive buffer of any printer. A parcel begins with
/// the settings that it needs, so it does not depend on the printer's memory.
final class Parcel {
  private final byte[] bytes;
  private final int line;

  /// @param line the receipt's line, counted from 0, to which the first byte belongs; the number of
  ///   lines for the cut
  Parcel(byte[] bytes, int line) {
    this.bytes = bytes;
    this.line = line;
  }

  byte[] bytes() {
    return bytes;
  }

  int line() {
    return line;
  }
}
