package org.libstation.device.link;

import java.util.Arrays;
import java.util.HexFormat;

/// Immutable bytes of a message, with equality by content; for records of wire messages.
public final class WireBytes {
  private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
  private static final WireBytes NONE = new WireBytes(new byte[0]);

  private final byte[] bytes;

  private WireBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Makes a value from a copy of an array.
  public static WireBytes of(byte[] bytes) {
    return bytes.length == 0 ? NONE : new WireBytes(bytes.clone());
  }

  /// Makes a value from single bytes.
  ///
  /// @param values 0 to 255 each
  public static WireBytes of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new WireBytes(bytes);
  }

  /// The bytes that a hex text gives.
  ///
  /// @param hex digits, with or without spaces
  public static WireBytes ofHex(String hex) {
    return new WireBytes(HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  public int length() {
    return bytes.length;
  }

  /// The byte at an index, 0 to 255.
  public int at(int index) {
    return bytes[index] & 0xFF;
  }

  /// CRC-16 of the bytes: reflected, start FFFFh, no final inversion.
  ///
  /// @param polynomial in reflected form
  public int crc16(int polynomial) {
    int crc = 0xFFFF;
    for (byte each : bytes) {
      crc ^= each & 0xFF;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ polynomial;
      }
    }
    return crc;
  }

  /// The bytes of a range.
  ///
  /// @param to exclusive
  public WireBytes slice(int from, int to) {
    return new WireBytes(Arrays.copyOfRange(bytes, from, to));
  }

  public WireBytes from(int from) {
    return slice(from, bytes.length);
  }

  public WireBytes plus(WireBytes other) {
    byte[] all = Arrays.copyOf(bytes, bytes.length + other.bytes.length);
    System.arraycopy(other.bytes, 0, all, bytes.length, other.bytes.length);
    return new WireBytes(all);
  }

  /// Returns a copy of the bytes.
  public byte[] toArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WireBytes that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /// The bytes as upper-case hex with spaces.
  @Override
  public String toString() {
    return HEX.formatHex(bytes);
  }
}
