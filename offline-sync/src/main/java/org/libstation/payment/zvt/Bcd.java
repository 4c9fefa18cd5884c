package org.libstation.payment.zvt;

import java.util.HexFormat;

/// Numbers as ZVT writes them: binary-coded decimals, two digits a byte.
public final class Bcd {
  private static final HexFormat DIGITS = HexFormat.of();

  private Bcd() {}

  /// Writes a number.
  ///
  /// @param bytes length of the result, filled with leading zeros
  /// @throws IllegalArgumentException if the number has too many digits or is negative
  public static byte[] of(long number, int bytes) {
    String digits = Long.toString(number);
    if (number < 0 || digits.length() > 2 * bytes) {
      throw new IllegalArgumentException("no number of " + 2 * bytes + " digits");
    }
    return DIGITS.parseHex("0".repeat(2 * bytes - digits.length()) + digits);
  }

  /// The digits, with leading zeros.
  ///
  /// @throws IllegalArgumentException if a half byte is not a digit
  public static String digits(byte[] bcd) {
    String digits = DIGITS.formatHex(bcd);
    if (!digits.chars().allMatch(Character::isDigit)) {
      throw new IllegalArgumentException("not a number in BCD");
    }
    return digits;
  }

  /// @throws IllegalArgumentException if a half byte is not a digit, or there are more than 18
  ///   digits
  public static long number(byte[] bcd) {
    String digits = digits(bcd);
    if (digits.length() > 18) {
      throw new IllegalArgumentException("a number of more than 18 digits");
    }
    return Long.parseLong(digits);
  }
}
