package org.libstation.speech;

import static org.libstation.speech.EnglishWords.replace;
import static org.libstation.speech.SpokenNumbers.chineseDigits;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Chinese: figures in words. Before a measure word two is 兩, elsewhere 二.
final class ChineseWords {
  private static final String MEASURES =
      "本|項|项|件|次|天|秒|個|个|位|張|张|分鐘|分钟|小時|小时|頁|页|冊|册|套|人|間|间|層|层|種|种|家|份|元|段|行|格|倍|周|週|隻|只";
  private static final Pattern YEAR = Pattern.compile("(\\d{4}) ?年");
  private static final Pattern DAY = Pattern.compile("(\\d{1,2}) ?月 ?(\\d{1,2}) ?日");
  private static final Pattern MONTH_AND_DAY = Pattern.compile("(\\d{1,2})月 ([一二三四五六日])(?![一-龥])");
  private static final Pattern CLOCK = Pattern.compile("(?<!\\d)(\\d{1,2}):(\\d{2})(?!\\d)");
  private static final Pattern OF = Pattern.compile("(?<!\\d)(\\d{1,3}) ?/ ?(\\d{1,3})(?!\\d)");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}) ?[%％]");
  private static final Pattern MASK = Pattern.compile("[•●]{2,}[\\s\\u2009]*(\\d+)");
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?=[A-Z0-9-]*\\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)*(?![A-Za-z0-9])");
  private static final Pattern NTH = Pattern.compile("第 ?(\\d{1,4})");
  private static final Pattern COUNT = Pattern.compile("(?<![\\d.])(\\d{1,4}) ?(" + MEASURES + ")");
  private static final Pattern DECIMAL = Pattern.compile("(\\d{1,5})\\.(\\d+)");
  private static final Pattern NUMBER = Pattern.compile(" ?(\\d+) ?");

  private static final Map<String, String> FOREIGN =
      Map.of("US$", "美元", "NT$", "新台幣", "MOP$", "澳門元", "€", "歐元", "£", "英鎊");
  private static final Map<String, String> FOREIGN_SIMPLE =
      Map.of("US$", "美元", "NT$", "新台币", "MOP$", "澳门元", "€", "欧元", "£", "英镑");

  private final boolean simple;

  ChineseWords(boolean simple) {
    this.simple = simple;
  }

  /// Everything whose meaning is more than a number.
  String shapes(String text) {
    String said =
        replace(MASK, text, found -> (simple ? "尾号" : "尾號") + chineseDigits(found.group(1)));
    said = replace(SpokenMoney.PATTERN, said, found -> money(SpokenMoney.of(found)));
    said = replace(YEAR, said, found -> chineseDigits(found.group(1)) + "年");
    said = replace(DAY, said, found -> number(found, 1) + "月" + number(found, 2) + "日");
    said = replace(MONTH_AND_DAY, said, found -> number(found, 1) + "月，星期" + found.group(2));
    said = replace(CLOCK, said, this::clock);
    said = replace(OF, said, found -> "第" + number(found, 1) + "，共" + number(found, 2));
    said = replace(PERCENT, said, found -> "百分之" + number(found, 1));
    said = replace(CODE, said, found -> letters(found.group()));
    return said.replace("×", "乘").replace("=", simple ? "等于" : "等於").replace("&", "和");
  }

  /// What is left of figures.
  String figures(String text) {
    String said = replace(NTH, text, found -> "第" + number(found, 1));
    said = replace(COUNT, said, found -> count(figure(found, 1)) + found.group(2));
    said =
        replace(DECIMAL, said, found -> number(found, 1) + point() + chineseDigits(found.group(2)));
    return replace(NUMBER, said, found -> figures(found));
  }

  private String figures(MatchResult found) {
    String digits = found.group(1);
    return digits.length() > 3 || (digits.length() > 1 && digits.startsWith("0"))
        ? chineseDigits(digits)
        : number(found, 1);
  }

  private String money(SpokenMoney sum) {
    String minus = sum.negative() ? (simple ? "负" : "負") : "";
    String foreign = (simple ? FOREIGN_SIMPLE : FOREIGN).get(sum.sign());
    if (foreign != null) {
      String part =
          sum.part() == 0 ? "" : point() + chineseDigits(String.format("%02d", sum.part()));
      return minus + (part.isEmpty() ? count(sum.whole()) : number(sum.whole()) + part) + foreign;
    }
    int ten = sum.part() / 10;
    int one = sum.part() % 10;
    StringBuilder said = new StringBuilder(minus);
    if (sum.whole() > 0 || sum.part() == 0) {
      said.append(count(sum.whole())).append("元");
    }
    if (ten > 0) {
      said.append(count(ten)).append("角");
    } else if (one > 0 && sum.whole() > 0) {
      said.append("零");
    }
    if (one > 0) {
      said.append(count(one)).append("分");
    }
    return said.toString();
  }

  private String clock(MatchResult found) {
    int minute = figure(found, 2);
    String hour = count(figure(found, 1)) + (simple ? "点" : "點");
    if (minute == 0) {
      return hour + (simple ? "整" : "正");
    }
    if (minute == 30) {
      return hour + "半";
    }
    return hour + (minute < 10 ? "零" : "") + number(minute) + "分";
  }

  private String letters(String code) {
    StringBuilder said = new StringBuilder();
    for (int at = 0; at < code.length(); at++) {
      char sign = code.charAt(at);
      if (Character.isDigit(sign)) {
        said.append(chineseDigits(String.valueOf(sign)));
      } else if (sign != '-') {
        said.append(" ").append(sign).append(" ");
      }
    }
    return said.toString();
  }

  /// Before a measure word.
  private String count(int number) {
    return number == 2 ? (simple ? "两" : "兩") : number(number);
  }

  private String point() {
    return simple ? "点" : "點";
  }

  private String number(MatchResult found, int group) {
    return number(figure(found, group));
  }

  private String number(int number) {
    return SpokenNumbers.chinese(number, simple ? "万" : "萬");
  }

  private static int figure(MatchResult found, int group) {
    return Integer.parseInt(found.group(group));
  }
}
