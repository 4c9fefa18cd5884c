package org.libstation.lab.measure;

import java.util.Locale;

/// Makes barcodes for measuring: 14 digits with a Luhn check digit, as the example site expects
/// them. They are far from those of the embedded library's stock and patrons.
final class TrialNumbers {
  private static final String ITEM = "38801";
  private static final String CARD = "28801";
  private static final int FAR = 70_000_000;

  private TrialNumbers() {}

  static String item(int number) {
    return checked(ITEM, FAR + number);
  }

  static String card(int number) {
    return checked(CARD, FAR + number);
  }

  /// An item of the embedded library's stock.
  ///
  /// @param number in the order of its `titles.txt`, from 1
  static String stock(int number) {
    return checked(ITEM, number);
  }

  /// A patron of the embedded library.
  ///
  /// @param number in its `seed.txt`
  static String reader(int number) {
    return checked(CARD, number);
  }

  private static String checked(String prefix, int number) {
    String digits = prefix + String.format(Locale.ROOT, "%08d", number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      int weighted = i % 2 == 0 ? 2 * digit : digit;
      sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return digits + Math.floorMod(-sum, 10);
  }
}
