package org.libstation.speech;

import static org.libstation.speech.SpokenNumbers.english;
import static org.libstation.speech.SpokenNumbers.englishDigits;
import static org.libstation.speech.SpokenNumbers.ordinal;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// English: figures in words.
final class EnglishWords {
  private static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  private static final List<String> DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");

  /// Whole and part, one and more.
  private static final Map<String, List<String>> COINS =
      Map.of(
          "HK$", List.of("dollar", "dollars", "cent", "cents"),
          "US$", List.of("US dollar", "US dollars", "cent", "cents"),
          "NT$", List.of("Taiwan dollar", "Taiwan dollars", "cent", "cents"),
          "MOP$", List.of("pataca", "patacas", "avo", "avos"),
          "¥", List.of("yuan", "yuan", "fen", "fen"),
          "€", List.of("euro", "euros", "cent", "cents"),
          "£", List.of("pound", "pounds", "penny", "pence"));

  private static final String MONTH =
      "(January|February|March|April|May|June|July|August|September|October|November|December"
          + "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)";
  private static final Pattern RANGE =
      Pattern.compile("\\b(\\d{1,2}) to (\\d{1,2}) " + MONTH + "\\b");
  private static final Pattern DATE =
      Pattern.compile("\\b(\\d{1,2}) " + MONTH + "\\b(?: (\\d{4})\\b)?");
  private static final Pattern MONTH_ALONE =
      Pattern.compile("\\b(Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b( ·)?");
  private static final Pattern DAY =
      Pattern.compile("\\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b(?: (\\d{1,2})\\b)?");
  private static final Pattern CLOCK =
      Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?: ?(am|pm)\\b)?|\\b(\\d{1,2}) ?(am|pm)\\b");
  private static final Pattern NTH = Pattern.compile("\\b(\\d{1,3})(?:st|nd|rd|th)\\b");
  private static final Pattern OF = Pattern.compile("\\b(\\d{1,3}) ?/ ?(\\d{1,3})\\b");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) ?%");
  private static final Pattern DECIMAL = Pattern.compile("\\b(\\d{1,5})\\.(\\d+)");
  private static final Pattern CODE =
      Pattern.compile("\\b(?=[A-Z0-9-]*\\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*\\b");
  private static final Pattern MASK = Pattern.compile("[•●]{2,}[\\s\\u2009]*(\\d+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  private EnglishWords() {}

  /// Everything whose meaning is more than a number.
  static String shapes(String text) {
    String said = replace(MASK, text, found -> "ending in " + englishDigits(found.group(1)));
    said = replace(SpokenMoney.PATTERN, said, found -> money(SpokenMoney.of(found)));
    said =
        replace(
            RANGE,
            said,
            found ->
                "the "
                    + ordinal(figure(found, 1))
                    + " to the "
                    + ordinal(figure(found, 2))
                    + " of "
                    + month(found.group(3)));
    said = replace(DATE, said, EnglishWords::date);
    said =
        replace(
            MONTH_ALONE,
            said,
            found -> month(found.group(1)) + (found.group(2) == null ? "" : ","));
    said = replace(DAY, said, EnglishWords::day);
    said = replace(CLOCK, said, EnglishWords::clock);
    said = replace(NTH, said, found -> ordinal(figure(found, 1)));
    said =
        replace(OF, said, found -> english(figure(found, 1)) + " of " + english(figure(found, 2)));
    said = replace(PERCENT, said, found -> english(figure(found, 1)) + " percent");
    said = replace(CODE, said, found -> letters(found.group()));
    return said.replace("×", " times ").replace("=", " equals ").replace("&", " and ");
  }

  /// What is left of figures.
  static String figures(String text) {
    String said =
        replace(
            DECIMAL,
            text,
            found -> english(figure(found, 1)) + " point " + englishDigits(found.group(2)));
    return replace(
        NUMBER,
        said,
        found ->
            found.group().length() > 3
                    || (found.group().length() > 1 && found.group().startsWith("0"))
                ? englishDigits(found.group())
                : english(Integer.parseInt(found.group())));
  }

  private static String money(SpokenMoney sum) {
    List<String> coins = COINS.getOrDefault(sum.sign(), List.of("", "", "cent", "cents"));
    String whole = english(sum.whole()) + " " + coins.get(sum.whole() == 1 ? 0 : 1);
    String part = english(sum.part()) + " " + coins.get(sum.part() == 1 ? 2 : 3);
    String said = sum.part() == 0 ? whole : sum.whole() == 0 ? part : whole + " and " + part;
    return (sum.negative() ? "minus " : "") + said;
  }

  private static String date(MatchResult found) {
    String year =
        found.group(3) == null ? "" : " " + SpokenNumbers.year(Integer.parseInt(found.group(3)));
    return "the " + ordinal(figure(found, 1)) + " of " + month(found.group(2)) + year;
  }

  private static String month(String name) {
    return MONTHS.stream()
        .filter(month -> month.startsWith(name.substring(0, 3)))
        .findFirst()
        .orElse(name);
  }

  private static String day(MatchResult found) {
    String name =
        DAYS.stream().filter(day -> day.startsWith(found.group(1))).findFirst().orElse("");
    return found.group(2) == null ? name : name + " the " + ordinal(figure(found, 2));
  }

  private static String clock(MatchResult found) {
    boolean short_ = found.group(1) == null;
    String hour = english(figure(found, short_ ? 4 : 1));
    String half = short_ ? found.group(5) : found.group(3);
    String end = half == null ? "" : half.equals("am") ? " a m" : " p m";
    int minute = short_ ? 0 : figure(found, 2);
    if (minute == 0) {
      return hour + (end.isEmpty() ? " o'clock" : end);
    }
    return hour + (minute < 10 ? " oh " : " ") + english(minute) + end;
  }

  private static String letters(String code) {
    StringBuilder said = new StringBuilder();
    for (int at = 0; at < code.length(); at++) {
      char sign = code.charAt(at);
      if (sign != '-') {
        said.append(said.isEmpty() ? "" : " ")
            .append(Character.isDigit(sign) ? englishDigits(String.valueOf(sign)) : sign);
      }
    }
    return said.toString();
  }

  private static int figure(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }

  static String replace(Pattern pattern, String text, Function<MatchResult, String> by) {
    return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement(by.apply(found)));
  }
}
