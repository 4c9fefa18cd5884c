package org.libstation.barcode;

/// Check digits of library barcodes. No method throws, whatever a scanner sends.
public final class CheckDigits {
  private static final String CODE_39 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%";

  private CheckDigits() {}

  /// The check digit rule of a site's barcodes.
  public enum CheckDigitRule {
    NONE,
    /// Mod 10, weights 2-1 from the right (14-digit library Codabar; ISO/IEC 7812-1 annex B).
    LUHN,
    /// Code 39 mod 43 (ISO/IEC 16388 annex A).
    MOD43,
    /// Mod 11 with weights 2, 3 … from the right, `X` for ten (as in ISBN-10).
    MOD11,
    /// EAN-13 (ISO/IEC 15420).
    EAN13;

    /// Whether the last character is correct. Always true for NONE.
    public boolean holds(String data) {
      return switch (this) {
        case NONE -> true;
        case LUHN -> luhn(data);
        case MOD43 -> mod43(data);
        case MOD11 -> mod11(data);
        case EAN13 -> ean13(data);
      };
    }
  }

  /// Whether 2 to 40 digits end in the right Luhn digit; false for other text.
  public static boolean luhn(String digits) {
    if (!digits.matches("[0-9]{2,40}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = digits.charAt(digits.length() - 1 - i) - '0';
      int weighted = i % 2 == 1 ? value * 2 : value;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
  }

  /// Whether a text ends in the right Code 39 mod 43 character; false for text that Code 39 cannot
  /// hold.
  public static boolean mod43(String data) {
    if (data.length() < 2) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < data.length() - 1; i++) {
      int value = CODE_39.indexOf(data.charAt(i));
      if (value < 0) {
        return false;
      }
      sum += value;
    }
    return CODE_39.charAt(sum % 43) == data.charAt(data.length() - 1);
  }

  /// Whether digits end in the right mod 11 character, a digit or `X`; false for other text.
  public static boolean mod11(String data) {
    if (!data.matches("[0-9]{1,39}[0-9Xx]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < data.length() - 1; i++) {
      sum += (data.length() - i) * (data.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    char last = Character.toUpperCase(data.charAt(data.length() - 1));
    return last == (check == 10 ? 'X' : (char) ('0' + check));
  }

  /// EAN-13 (ISO/IEC 15420), ISBN-13 and ISSN symbols among them.
  public static boolean ean13(String digits) {
    if (!digits.matches("[0-9]{13}")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 13; i++) {
      sum += (i % 2 == 0 ? 1 : 3) * (digits.charAt(i) - '0');
    }
    return sum % 10 == 0;
  }
}
