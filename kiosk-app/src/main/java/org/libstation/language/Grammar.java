package org.libstation.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.libstation.flow.state.Language;

/// How one language writes and speaks days, times and sums. Both are rules in its file `TAG.rules`
/// beside this class, one on each line.
///
/// | line | means |
/// |---|---|
/// | `like TAG` | all lines of another language first |
/// | `word NAME TEXT` | `<NAME>` in any other line; known are `month`, `mon`, `day` (their names as the JDK has them: all, the shortened, the shortened) and `money` |
/// | `write NAME PATTERN` | a form of days and times, in the letters of [DateTimeFormatter]; the numbers `clock` are such patterns too, by the hour |
/// | `coins CURRENCY SIGN SET ONE\|MORE\|ONE\|MORE` | how a currency is written, and the numbers that speak a sum of it in its smallest coin; the coins are `$1` to `$4` there |
/// | `SET FROM/BY TEXT` | numbers from FROM on: `<set<` is the number divided by BY (FROM's power of ten where it is left out), `>set>` what remains, `=set=` the number itself, each in the words of a set (this one where none is named); `[…\|…]` where something remains, or nothing |
/// | `say PATTERN -> TEXT` | what is more than a number, in this order; `{1 set}` is the group in the words of a set, or as `signs` (each alone), `name` (of a day or month) or `money` |
/// | `then PATTERN -> TEXT` | what is left of figures |
/// | `keep PATTERN` | what no line ends inside, where it is written |
///
/// `{}` is nothing: it keeps a space at an end.
///
/// Rules for speech find their patterns in written text, because a library's own notices and titles
/// contain days and sums too.
public final class Grammar {
  private static final Pattern WORD = Pattern.compile("<([A-Za-z]+)>");
  private static final Pattern CHOICE = Pattern.compile("\\[([^|\\]]*)\\|?([^\\]]*)]");
  private static final Pattern PART =
      Pattern.compile("<([a-z]*)<|>([a-z]*)>|=([a-z]+)=|\\{(\\d?) ?([a-z]*)}");
  private static final String NUMBER = "number";
  private static final String LIKE = "like ";
  private static final String ARROW = " -> ";
  private static final int SHORT_NAME = 3;

  /// A written sum, as [#sign] begins it: a currency's sign before the figures, or its code if no
  /// language has a sign for it (ISO 4217: CHF 10.50).
  public static final Pattern SUM =
      Pattern.compile(
          Currency.getAvailableCurrencies().stream()
              .map(Currency::getCurrencyCode)
              .sorted()
              .collect(
                  Collectors.joining(
                      "|",
                      "(?:\\p{Lu}{0,3}(?:\\p{Sc}|\\$) ?|(?<!\\p{Lu})(?:",
                      ")[ \u00A0])\\d[\\d.,]*")));

  private final Locale locale;
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> forms = new HashMap<>();
  private final Map<String, Coins> coins = new LinkedHashMap<>();
  private final Map<String, NavigableMap<Long, Numbers>> sets = new HashMap<>();
  private final List<PronunciationRule> shapes = new ArrayList<>();
  private final List<PronunciationRule> figures = new ArrayList<>();
  private final List<String> kept = new ArrayList<>();
  private final List<String> names;

  /// How to speak a sum.
  ///
  /// @param sign sign of the currency, as written
  /// @param set set of numbers that speaks it
  /// @param names names of the coins
  private record Coins(String sign, String set, List<String> names) {}

  /// A rule for numbers from one number on.
  private record Numbers(long by, String text) {}

  /// A pattern, and what is spoken for it.
  private record PronunciationRule(Pattern found, String said) {}

  /// Holds the grammars of all languages.
  private static final class KnownGrammars {
    static final Map<Language, Grammar> ALL = new EnumMap<>(Language.class);

    static {
      for (Language language : Language.values()) {
        ALL.put(language, new Grammar(language));
      }
    }
  }

  private Grammar(Language language) {
    locale = language.locale();
    List<String> months = monthNames(TextStyle.FULL);
    List<String> shorter = monthNames(TextStyle.SHORT);
    names = Stream.concat(months.stream(), dayNames(TextStyle.FULL).stream()).toList();
    words.put("month", String.join("|", months) + "|" + String.join("|", shorter));
    words.put(
        "mon",
        shorter.stream().filter(name -> !months.contains(name)).collect(Collectors.joining("|")));
    words.put("day", String.join("|", dayNames(TextStyle.SHORT)));
    List<String> lines = lines(language.tag());
    for (String line : lines) {
      String[] part = line.split(" ", 3);
      if (part[0].equals("word")) {
        words.put(part[1], part[2].replace("{}", ""));
      }
    }
    lines.forEach(
        line ->
            read(
                WORD.matcher(line)
                    .replaceAll(named -> Matcher.quoteReplacement(word(named.group(1))))
                    .split(" ", 2)));
  }

  private List<String> monthNames(TextStyle style) {
    return Stream.of(Month.values()).map(month -> month.getDisplayName(style, locale)).toList();
  }

  private List<String> dayNames(TextStyle style) {
    return Stream.of(DayOfWeek.values()).map(day -> day.getDisplayName(style, locale)).toList();
  }

  private static List<String> lines(String tag) {
    try (InputStream file = Grammar.class.getResourceAsStream(tag + ".rules")) {
      if (file == null) {
        throw new IllegalStateException("no file " + tag + ".rules");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(
              line ->
                  line.startsWith(LIKE)
                      ? lines(line.substring(LIKE.length())).stream()
                      : Stream.of(line))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String[] line) {
    String[] part = line[1].split(" ", 2);
    String text = part.length < 2 ? "" : part[1];
    switch (line[0]) {
      case "word" -> {}
      case "coins" -> coins(part[0], text.split(" ", 3));
      case "write" -> forms.put(part[0], text);
      case "say" -> shapes.add(rule(line[1]));
      case "then" -> figures.add(rule(line[1]));
      case "keep" -> kept.add(line[1]);
      default -> sets.computeIfAbsent(line[0], _ -> new TreeMap<>()).putAll(numbers(part[0], text));
    }
  }

  private void coins(String currency, String[] coin) {
    coins.put(
        currency,
        new Coins(coin[0], coin[1], coin.length < 3 ? List.of() : List.of(coin[2].split("\\|"))));
    words.put(
        "money",
        coins.values().stream()
            .map(known -> Pattern.quote(known.sign()))
            .collect(Collectors.joining("|", "([-−])?(", ") ?(\\d[\\d,]{0,14})(?:\\.(\\d{2}))?")));
  }

  private static PronunciationRule rule(String line) {
    int arrow = line.indexOf(ARROW);
    return new PronunciationRule(
        Pattern.compile(line.substring(0, arrow)), line.substring(arrow + ARROW.length()));
  }

  /// @param from first number, and the divisor if it is not a power of ten
  private static Map<Long, Numbers> numbers(String from, String text) {
    String[] part = from.split("/", 2);
    long by = Long.parseLong(part.length > 1 ? part[1] : "1" + "0".repeat(part[0].length() - 1));
    return Map.of(Long.parseLong(part[0]), new Numbers(by, text));
  }

  /// Returns the grammar of a language.
  public static Grammar of(Language language) {
    return Objects.requireNonNull(KnownGrammars.ALL.get(language));
  }

  /// Returns a word of the language.
  ///
  /// @throws IllegalStateException if the rules have none
  public String word(String name) {
    return known(words.get(name), name);
  }

  private <T> T known(@Nullable T line, String name) {
    if (line == null) {
      throw new IllegalStateException("no " + name + " in the rules of " + locale.toLanguageTag());
    }
    return line;
  }

  /// Returns patterns of text that must not be split between lines: days, times, a number with what
  /// it counts.
  public List<String> kept() {
    return List.copyOf(kept);
  }

  /// Writes a day or a time in a form.
  String write(String form, TemporalAccessor value) {
    return written(known(forms.get(form), form), value);
  }

  /// Writes a time of day for an appointment.
  String clock(LocalTime time) {
    return written(number("clock", time.getHour()), time);
  }

  private String written(String pattern, TemporalAccessor value) {
    return DateTimeFormatter.ofPattern(pattern, locale).format(value);
  }

  /// Returns what stands before a sum: the currency's sign, or its code and a space.
  String sign(String currency) {
    Coins known = coins.get(currency);
    return known == null ? currency + " " : known.sign();
  }

  /// Writes out in words everything that means more than a number.
  public String shapes(String text) {
    return said(shapes, text);
  }

  /// Writes out the remaining figures in words.
  public String figures(String text) {
    return said(figures, text);
  }

  private String said(List<PronunciationRule> rules, String text) {
    String said = text;
    for (PronunciationRule rule : rules) {
      said =
          rule.found()
              .matcher(said)
              .replaceAll(found -> Matcher.quoteReplacement(said(rule.said(), found)));
    }
    return said;
  }

  private String said(String template, MatchResult found) {
    return replace(
        template,
        part -> {
          String given =
              part.group(4).isEmpty() ? "" : found.group(Integer.parseInt(part.group(4)));
          return switch (part.group(5)) {
            case "" -> given;
            case "signs" -> signs(given);
            case "name" -> name(given);
            case "money" -> money(found);
            default -> number(part.group(5), Long.parseLong(given));
          };
        });
  }

  /// Speaks figures and letters one by one.
  private String signs(String given) {
    return given
        .chars()
        .filter(sign -> sign != '-')
        .mapToObj(
            sign ->
                Character.isDigit(sign)
                    ? number(NUMBER, Character.digit(sign, 10))
                    : Character.toString(sign))
        .collect(Collectors.joining(" "));
  }

  /// Returns the full name of a day or month that may be abbreviated.
  private String name(String given) {
    String start = given.substring(0, SHORT_NAME);
    return names.stream().filter(name -> name.startsWith(start)).findFirst().orElse(given);
  }

  private String money(MatchResult found) {
    Coins kind =
        coins.values().stream()
            .filter(coin -> coin.sign().equals(found.group(2)))
            .findFirst()
            .orElseThrow();
    String part = found.group(4) == null ? "00" : found.group(4);
    String said = number(kind.set(), Long.parseLong(found.group(3).replace(",", "") + part));
    for (int at = 0; at < kind.names().size(); at++) {
      said = said.replace("$" + (at + 1), kind.names().get(at));
    }
    return (found.group(1) == null ? "" : word("minus")) + said;
  }

  private String number(String set, long number) {
    Numbers numbers = known(known(sets.get(set), set).floorEntry(number), set).getValue();
    long rest = number % numbers.by();
    String chosen =
        CHOICE
            .matcher(numbers.text())
            .replaceAll(either -> Matcher.quoteReplacement(either.group(rest > 0 ? 1 : 2)));
    return replace(
        chosen,
        part ->
            part.group(1) != null
                ? number(part.group(1).isEmpty() ? set : part.group(1), number / numbers.by())
                : part.group(2) != null
                    ? number(part.group(2).isEmpty() ? set : part.group(2), rest)
                    : part.group(3) != null ? number(part.group(3), number) : "");
  }

  private static String replace(String text, Function<MatchResult, String> by) {
    return PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(by.apply(part)));
  }
}
