package org.libstation.language;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libstation.circulation.Money;
import org.libstation.flow.state.Language;

/// Gives texts, counts, dates, times and money in one language.
public final class Words {
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)}");

  /// Prefix for keys of the texts used during a suspension of fines.
  public static final String QUIET = "quiet.";

  /// Suffix for keys of the texts that are spoken instead of the written ones.
  private static final String SPOKEN = ".spoken";

  /// Suffix for keys of the texts of a station with its reader or scanner on the left.
  private static final String LEFT = ".left";

  private final Language language;
  private final Map<String, String> lines;
  private final Function<Language, Words> others;
  private final Grammar grammar;

  /// Written text to the text that is spoken instead.
  private final Map<String, String> spoken;

  Words(Language language, Map<String, String> lines, Function<Language, Words> others) {
    this.language = language;
    this.lines = Map.copyOf(lines);
    this.others = others;
    this.grammar = Grammar.of(language);
    this.spoken = spoken(this.lines);
  }

  /// Pairs each line that has a text for speech with that text, the places of the devices filled
  /// in.
  private static Map<String, String> spoken(Map<String, String> lines) {
    Map<String, String> all = new HashMap<>();
    lines.forEach(
        (key, line) -> {
          if (key.endsWith(SPOKEN)) {
            String of = key.substring(0, key.length() - SPOKEN.length());
            String side = of.endsWith(LEFT) ? LEFT : "";
            String written = lines.get(of);
            if (written != null) {
              all.put(
                  written,
                  line.replace("{0}", lines.getOrDefault("speech.at.reader" + side, ""))
                      .replace("{1}", lines.getOrDefault("speech.at.scanner" + side, ""))
                      .replace("{2}", lines.getOrDefault("speech.at.tray", ""))
                      .replace("{3}", lines.getOrDefault("speech.at.slot", "")));
            }
          }
        });
    return Map.copyOf(all);
  }

  /// Returns the words of another language.
  public Words in(Language other) {
    return others.apply(other);
  }

  /// Returns these words with the texts for a suspension, which do not warn of late items.
  /// `quiet.key` then replaces `key`.
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

  /// Whether a text exists and has no placeholder.
  public boolean plain(String key) {
    String line = lines.get(key);
    return line != null && !PLACE.matcher(line).find();
  }

  /// Returns a text with its placeholders `{0}`, `{1}` … filled.
  ///
  /// @throws IllegalArgumentException if there is no such text, or too few values
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

  /// Returns the text that is spoken instead of a written one: `key.spoken` where `key` was
  /// written, with the places of the devices filled in; else the text itself.
  ///
  /// @param written a whole text without values
  public String spoken(String written) {
    return spoken.getOrDefault(written, written);
  }

  /// Returns several texts with the same values; their keys are separated by spaces.
  public String sayAll(String keys, Object... values) {
    return Stream.of(keys.split(" ")).map(key -> say(key, values)).collect(joining(" · "));
  }

  /// Returns a text with a count, `key.one` or `key.other`. The number is `{0}`, the other values
  /// follow.
  public String count(String key, int number, Object... more) {
    Object[] values = new Object[more.length + 1];
    values[0] = number;
    System.arraycopy(more, 0, values, 1, more.length);
    boolean one = number == 1 && lines.containsKey(key + ".one");
    return say(key + (one ? ".one" : ".other"), values);
  }

  /// Returns a date for a stamp: `8 Dec`, `12月8日`.
  public String stampDate(LocalDate day) {
    return grammar.write("stamp", day);
  }

  /// Returns the day of the week: `Tuesday`, `星期二`.
  public String weekday(LocalDate day) {
    return grammar.write("weekday", day);
  }

  /// Returns a short day of the week: `Tue`, `二`.
  public String shortWeekday(LocalDate day) {
    return grammar.write("strip", day);
  }

  /// Returns a date for a sentence: `Tuesday 8 December 2026`, `12月8日（星期二）`.
  public String date(LocalDate day) {
    return grammar.write("date", day);
  }

  /// Returns a due date in large type: `Tuesday 8 December`, `12月8日（星期二）`.
  public String dueDate(LocalDate day) {
    return grammar.write("due", day);
  }

  /// Returns a date for paper: `8 Dec 2026`, `2026年12月8日`.
  public String fullDate(LocalDate day) {
    return grammar.write("full", day);
  }

  /// Returns a time: `18:44`.
  public String time(LocalTime time) {
    return grammar.write("time", time);
  }

  /// Returns date and time for paper: `8 Dec 2026 18:44`.
  public String moment(LocalDateTime at) {
    return fullDate(at.toLocalDate()) + " " + time(at.toLocalTime());
  }

  /// Returns a time of day for an appointment: `2:30 pm`, `下午2:30`. Screens in Simplified Chinese
  /// have `14:30`, as timetables on the Mainland do.
  public String clock(LocalTime time) {
    return grammar.clock(time);
  }

  /// Returns month and weekday, to stand under the day of the month: `Nov · Sat`, `11月 六`.
  public String monthAndWeekday(LocalDate day) {
    return grammar.write("month", day);
  }

  /// Returns a range of days, both included: `25 to 26 Dec`, `12月25日至26日`. Without an end: `from 25
  /// Dec`, `12月25日起`.
  public String days(LocalDate first, Optional<LocalDate> last) {
    if (last.isEmpty()) {
      return grammar.write("from", first);
    }
    LocalDate end = last.get();
    if (!end.isAfter(first)) {
      return stampDate(first);
    }
    boolean sameMonth = YearMonth.from(first).equals(YearMonth.from(end));
    return grammar.write(sameMonth ? "begin" : "start", first)
        + grammar.write(sameMonth ? "end" : "stamp", end);
  }

  /// Returns a sum: `HK$10.50` in all three languages.
  public String money(Money money) {
    return grammar.sign(money.currency().getCurrencyCode()) + money.decimal();
  }
}
