package org.libstation.speech;

import java.util.List;
import java.util.stream.Collectors;

/// Numbers in words.
final class SpokenNumbers {
  private static final List<String> ONES =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final String HAN = "零一二三四五六七八九";

  private SpokenNumbers() {}

  /// @param number 0 to 999,999
  static String english(int number) {
    if (number < 20) {
      return ONES.get(number);
    }
    if (number < 100) {
      return TENS.get(number / 10) + (number % 10 == 0 ? "" : "-" + ONES.get(number % 10));
    }
    if (number < 1_000) {
      String rest = number % 100 == 0 ? "" : " and " + english(number % 100);
      return ONES.get(number / 100) + " hundred" + rest;
    }
    int below = number % 1_000;
    String rest = below == 0 ? "" : (below < 100 ? " and " : " ") + english(below);
    return english(number / 1_000) + " thousand" + rest;
  }

  /// `first`, `twenty-third`.
  static String ordinal(int number) {
    String plain = english(number);
    int cut = Math.max(plain.lastIndexOf('-'), plain.lastIndexOf(' ')) + 1;
    String last = plain.substring(cut);
    String made =
        switch (last) {
          case "one" -> "first";
          case "two" -> "second";
          case "three" -> "third";
          case "five" -> "fifth";
          case "eight" -> "eighth";
          case "nine" -> "ninth";
          case "twelve" -> "twelfth";
          default ->
              last.endsWith("y") ? last.substring(0, last.length() - 1) + "ieth" : last + "th";
        };
    return plain.substring(0, cut) + made;
  }

  /// `twenty twenty-six`, `nineteen oh five`, `two thousand`.
  static String year(int year) {
    int century = year / 100;
    int rest = year % 100;
    if (rest == 0 || (century == 20 && rest < 10)) {
      return rest == 0 && year % 1_000 != 0 ? english(century) + " hundred" : english(year);
    }
    return english(century) + " " + (rest < 10 ? "oh " : "") + english(rest);
  }

  /// Digit by digit.
  static String englishDigits(String digits) {
    return digits.chars().mapToObj(digit -> ONES.get(digit - '0')).collect(Collectors.joining(" "));
  }

  /// `十二`, `一百零五`, `三千零二十`.
  ///
  /// @param number 0 to 99,999,999
  /// @param tenThousand the sign of this script
  static String chinese(int number, String tenThousand) {
    if (number >= 10_000) {
      int below = number % 10_000;
      String rest = below == 0 ? "" : (below < 1_000 ? "零" : "") + chinese(below, tenThousand);
      return chinese(number / 10_000, tenThousand) + tenThousand + rest;
    }
    if (number < 10) {
      return String.valueOf(HAN.charAt(number));
    }
    if (number < 20) {
      return "十" + (number == 10 ? "" : HAN.charAt(number % 10));
    }
    StringBuilder said = new StringBuilder();
    int rest = number;
    boolean gap = false;
    String signs = "千百十";
    int unit = 1_000;
    for (int at = 0; at < signs.length(); at++, unit /= 10) {
      int digit = rest / unit;
      rest %= unit;
      if (digit > 0) {
        said.append(gap ? "零" : "").append(HAN.charAt(digit)).append(signs.charAt(at));
        gap = false;
      } else {
        gap = !said.isEmpty();
      }
    }
    if (rest > 0) {
      said.append(gap ? "零" : "").append(HAN.charAt(rest));
    }
    return said.toString();
  }

  /// Digit by digit.
  static String chineseDigits(String digits) {
    return digits
        .chars()
        .mapToObj(digit -> String.valueOf(HAN.charAt(digit - '0')))
        .collect(Collectors.joining());
  }
}
