package org.libstation.payment.zvt;

import java.util.HexFormat;

/// Numbers as ZVT writes them: two digits a byte.
public final class Bcd {
  private static final HexFormat DIGITS = HexFormat.of();

  private Bcd() {}

  /// @param bytes how many the number fills; zeros stand before it
  /// @throws IllegalArgumentException when it has too many digits or is below nothing
  public static byte[] of(long number, int bytes) {
    String digits = Long.toString(number);
    if (number < 0 || digits.length() > 2 * bytes) {
      throw new IllegalArgumentException("no number of " + 2 * bytes + " digits");
    }
    return DIGITS.parseHex("0".repeat(2 * bytes - digits.length()) + digits);
  }

  /// The digits as they stand, zeros before them too.
  ///
  /// @throws IllegalArgumentException when a half byte is no digit
  public static String digits(byte[] bcd) {
    String digits = DIGITS.formatHex(bcd);
    if (!digits.chars().allMatch(Character::isDigit)) {
      throw new IllegalArgumentException("not a number in BCD");
    }
    return digits;
  }

  /// @throws IllegalArgumentException when a half byte is no digit, or there are more than 18
  public static long number(byte[] bcd) {
    String digits = digits(bcd);
    if (digits.length() > 18) {
      throw new IllegalArgumentException("a number of more than 18 digits");
    }
    return Long.parseLong(digits);
  }
}
