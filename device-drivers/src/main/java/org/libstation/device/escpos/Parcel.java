package org.libstation.device.escpos;

/// A number of whole commands, small enough for any printer's receive buffer, and beginning with
/// the settings they need, so that nothing in it depends on what the printer still remembers.
final class Parcel {
  private final byte[] bytes;
  private final int line;

  /// @param line the line of the receipt, counted from 0, that its first byte belongs to; behind
  ///   the last line stands the cut
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
