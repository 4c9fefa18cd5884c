package org.libstation.lab.embedded;

/// Library barcodes of 14 digits: a type digit (2 card, 3 item), four digits for the library, eight
/// for the number, and a check digit. The check digit is modulus 10 with weights 2 and 1 from the
/// left, as libraries use it with Codabar.
final class Barcodes {
  private static final String LIBRARY = "8801";

  private Barcodes() {}

  static String item(int number) {
    return withCheckDigit("3" + LIBRARY + eight(number));
  }

  static String card(int number) {
    return withCheckDigit("2" + LIBRARY + eight(number));
  }

  private static String eight(int number) {
    String digits = Integer.toString(number);
    return "0".repeat(8 - digits.length()) + digits;
  }

  private static String withCheckDigit(String thirteen) {
    int sum = 0;
    for (int i = 0; i < thirteen.length(); i++) {
      int digit = thirteen.charAt(i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return thirteen + (10 - sum % 10) % 10;
  }
}
