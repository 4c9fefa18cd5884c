package org.libstation.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Language;

/// Says lines, counts, dates, times and money in one language.
public final class Words {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");
  private static final List<String> ENGLISH_DAYS =
      List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
  private static final List<String> ENGLISH_MONTHS =
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

  /// Begins the keys of the lines that hold during a suspension.
  public static final String QUIET = "quiet.";

  private static final String CHINESE_DAYS = "一二三四五六日";
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final Language language;
  private final Map<String, String> lines;
  private final Function<Language, Words> others;

  Words(Language language, Map<String, String> lines, Function<Language, Words> others) {
    this.language = language;
    this.lines = Map.copyOf(lines);
    this.others = others;
  }

  /// The words of another language.
  public Words in(Language other) {
    return others.apply(other);
  }

  /// The same words, but for lines that have another one for a suspension: none warns of what is
  /// late. The other line of `key` stands under `quiet.key`.
  public Words quiet() {
    Map<String, String> said = new HashMap<>(lines);
    lines.forEach(
        (key, line) -> {
          if (key.startsWith(QUIET)) {
            said.put(key.substring(QUIET.length()), line);
          }
        });
    return new Words(language, said, others);
  }

  public Language language() {
    return language;
  }

  public boolean has(String key) {
    return lines.containsKey(key);
  }

  /// Whether the line of this key is there and has no place to fill.
  public boolean plain(String key) {
    String line = lines.get(key);
    return line != null && !PLACE.matcher(line).find();
  }

  /// The line of a key, its places `{0}`, `{1}` … filled.
  ///
  /// @throws IllegalArgumentException when there is no such line, or too few values
  public String say(String key, Object... values) {
    String line = lines.get(key);
    if (line == null) {
      throw new IllegalArgumentException("no text for " + key + " in " + language.tag());
    }
    Matcher places = PLACE.matcher(line);
    StringBuilder said = new StringBuilder();
    while (places.find()) {
      int place = Integer.parseInt(places.group(1));
      if (place >= values.length) {
        throw new IllegalArgumentException("no value for {" + place + "} of " + key);
      }
      places.appendReplacement(said, Matcher.quoteReplacement(String.valueOf(values[place])));
    }
    return places.appendTail(said).toString();
  }

  /// A line that counts: `key.one` or `key.other`, with the number as `{0}` and the other values
  /// after it.
  public String count(String key, int number, Object... more) {
    Object[] values = new Object[more.length + 1];
    values[0] = number;
    System.arraycopy(more, 0, values, 1, more.length);
    boolean one = language == Language.EN && number == 1 && lines.containsKey(key + ".one");
    return say(key + (one ? ".one" : ".other"), values);
  }

  /// For a stamp: `8 Dec`, `12月8日`.
  public String stampDate(LocalDate day) {
    return switch (language) {
      case EN -> day.getDayOfMonth() + " " + month(day).substring(0, 3);
      case ZH_HANT_HK, ZH_HANS -> chineseDay(day);
    };
  }

  /// The day of the week: `Tuesday`, `星期二`.
  public String weekday(LocalDate day) {
    int index = day.getDayOfWeek().getValue() - 1;
    return switch (language) {
      case EN -> ENGLISH_DAYS.get(index);
      case ZH_HANT_HK, ZH_HANS -> "星期" + CHINESE_DAYS.charAt(index);
    };
  }

  /// For a sentence: `Tuesday 8 December 2026`, `12月8日（星期二）`.
  public String date(LocalDate day) {
    return switch (language) {
      case EN -> weekday(day) + " " + day.getDayOfMonth() + " " + month(day) + " " + day.getYear();
      case ZH_HANT_HK, ZH_HANS -> chineseDay(day) + "（" + weekday(day) + "）";
    };
  }

  /// For paper: `8 Dec 2026`, `2026年12月8日`.
  public String fullDate(LocalDate day) {
    return switch (language) {
      case EN -> stampDate(day) + " " + day.getYear();
      case ZH_HANT_HK, ZH_HANS -> day.getYear() + "年" + chineseDay(day);
    };
  }

  /// `18:44`.
  public String time(LocalTime time) {
    return CLOCK.format(time);
  }

  /// A time of day for an appointment: `2:30 pm`, `下午2:30`; `14:30` on screens in Simplified
  /// Chinese, as timetables on the Mainland write it.
  public String clock(LocalTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    String figures = hour + ":" + "%02d".formatted(time.getMinute());
    return switch (language) {
      case EN -> figures + (time.getHour() < 12 ? " am" : " pm");
      case ZH_HANT_HK -> partOfDay(time.getHour()) + figures;
      case ZH_HANS -> time(time);
    };
  }

  private static String partOfDay(int hour) {
    return hour < 12 ? "上午" : hour < 18 ? "下午" : "晚上";
  }

  /// Month and weekday, under the figure of the day: `Nov · Sat`, `11月 六`.
  public String monthAndWeekday(LocalDate day) {
    return switch (language) {
      case EN -> month(day).substring(0, 3) + " · " + weekday(day).substring(0, 3);
      case ZH_HANT_HK, ZH_HANS ->
          day.getMonthValue() + "月 " + CHINESE_DAYS.charAt(day.getDayOfWeek().getValue() - 1);
    };
  }

  /// From a day to another, both meant: `25 to 26 Dec`, `12月25日至26日`; without an end: `from 25
  /// Dec`, `12月25日起`.
  public String days(LocalDate first, Optional<LocalDate> last) {
    if (last.isEmpty()) {
      return language == Language.EN ? "from " + stampDate(first) : stampDate(first) + "起";
    }
    LocalDate end = last.get();
    if (!end.isAfter(first)) {
      return stampDate(first);
    }
    boolean sameMonth = first.getMonth() == end.getMonth() && first.getYear() == end.getYear();
    return switch (language) {
      case EN ->
          (sameMonth ? Integer.toString(first.getDayOfMonth()) : stampDate(first))
              + " to "
              + stampDate(end);
      case ZH_HANT_HK, ZH_HANS ->
          stampDate(first) + "至" + (sameMonth ? end.getDayOfMonth() + "日" : stampDate(end));
    };
  }

  /// `HK$10.50` in all three languages.
  public String money(Money money) {
    String sign =
        switch (money.currency().getCurrencyCode()) {
          case "HKD" -> "HK$";
          case "CNY" -> "¥";
          case "MOP" -> "MOP$";
          case "TWD" -> "NT$";
          case "USD" -> "US$";
          case "EUR" -> "€";
          case "GBP" -> "£";
          default -> money.currency().getCurrencyCode() + " ";
        };
    return sign + money.decimal();
  }

  private static String month(LocalDate day) {
    return ENGLISH_MONTHS.get(day.getMonthValue() - 1);
  }

  private static String chineseDay(LocalDate day) {
    return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
  }
}
