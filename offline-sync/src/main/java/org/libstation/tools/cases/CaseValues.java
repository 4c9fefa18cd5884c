package org.libstation.tools.cases;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libstation.fines.Amnesty;
import org.libstation.fines.EffectiveReturn;
import org.libstation.fines.Grace;
import org.libstation.fines.Interval;
import org.libstation.fines.OpenHours;
import org.libstation.fines.SuspensionWindow;

/// Reads values from cells. Each method returns empty if the text has not the expected form.
final class CaseValues {
  /// Earliest year of a date. Dates before this, or after [#LAST_YEAR], are typing errors and would
  /// overflow.
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2999;
  private static final int MOST_PERCENT = 100;
  private static final int DATE_LENGTH = "2024-05-16".length();

  private static final Pattern NUMBER = Pattern.compile("\\d{1,13}");
  private static final Pattern LENGTH =
      Pattern.compile("(\\d{1,5})\\s*(minute|hour|day|week|month|year)?s?");
  private static final Pattern FREE_DAYS = Pattern.compile("free[ -]days\\s*=\\s*(\\d{1,3})");

  private CaseValues() {}

  static Optional<Long> number(String text, long least, long most) {
    if (!NUMBER.matcher(text).matches()) {
      return Optional.empty();
    }
    long value = Long.parseLong(text);
    return value >= least && value <= most ? Optional.of(value) : Optional.empty();
  }

  static Optional<Boolean> yesOrNo(String text) {
    return switch (text) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<ZoneId> zone(String text) {
    return parsed(text, ZoneId::of);
  }

  static Optional<Currency> currency(String text) {
    try {
      return Optional.of(Currency.getInstance(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static Optional<LocalDate> date(String text) {
    return parsed(text, LocalDate::parse)
        .filter(day -> day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
  }

  /// Reads a date (then `clock` is its time), a local date and time, or a date and time with
  /// offset.
  static Optional<ZonedDateTime> moment(String text, ZoneId zone, LocalTime clock) {
    Optional<ZonedDateTime> moment;
    if (text.length() == DATE_LENGTH) {
      moment = date(text).map(day -> day.atTime(clock).atZone(zone));
    } else {
      moment =
          parsed(text, LocalDateTime::parse)
              .map(local -> local.atZone(zone))
              .or(() -> parsed(text, OffsetDateTime::parse).map(at -> at.atZoneSameInstant(zone)));
    }
    return moment.filter(at -> at.getYear() >= FIRST_YEAR && at.getYear() <= LAST_YEAR);
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Optional<Interval.Unit> unit(String text) {
    Matcher matcher = LENGTH.matcher("1 " + text);
    return matcher.matches() && matcher.group(2) != null
        ? Optional.of(unitNamed(matcher.group(2)))
        : Optional.empty();
  }

  private static Interval.Unit unitNamed(String name) {
    return switch (name) {
      case "minute" -> Interval.Unit.MINUTE;
      case "hour" -> Interval.Unit.HOUR;
      case "week" -> Interval.Unit.WEEK;
      case "month" -> Interval.Unit.MONTH;
      case "year" -> Interval.Unit.YEAR;
      default -> Interval.Unit.DAY;
    };
  }

  /// Reads a length: a number in the given unit (`3`), or a number with its unit (`3 days`).
  static Optional<Interval> length(String text, Interval.Unit otherwise) {
    Matcher matcher = LENGTH.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Interval.Unit unit = matcher.group(2) == null ? otherwise : unitNamed(matcher.group(2));
    int every = Integer.parseInt(matcher.group(1));
    return every == 0 ? Optional.empty() : Optional.of(new Interval(every, unit));
  }

  static Optional<Grace.GraceMode> graceMode(String text) {
    return switch (text) {
      case "cliff" -> Optional.of(Grace.GraceMode.CLIFF);
      case "deduct" -> Optional.of(Grace.GraceMode.DEDUCT);
      default -> Optional.empty();
    };
  }

  /// Reads windows such as `[2020-01-29,2020-07-20)` or `[2020-01-29,open)`, separated by
  /// semicolons.
  static Optional<List<SuspensionWindow>> windows(String text) {
    return list(text, CaseValues::window);
  }

  private static Optional<SuspensionWindow> window(String text) {
    int comma = text.indexOf(',');
    if (!text.startsWith("[") || !text.endsWith(")") || comma < 0) {
      return Optional.empty();
    }
    Optional<LocalDate> from = date(text.substring(1, comma).strip());
    String end = text.substring(comma + 1, text.length() - 1).strip();
    boolean open = end.equals("open");
    Optional<LocalDate> to = open ? Optional.empty() : date(end);
    if (from.isEmpty() || (to.isEmpty() && !open)) {
      return Optional.empty();
    }
    return to.isPresent() && to.get().isBefore(from.get())
        ? Optional.empty()
        : Optional.of(
            new SuspensionWindow(text, from.get(), to, Set.of(), Set.of(), Optional.empty()));
  }

  /// Reads amnesties such as `[2020-01-29,2020-07-20) 50`. The number is the percentage of a fine
  /// that is still charged.
  static Optional<List<Amnesty>> amnesties(String text) {
    return list(
        text,
        one -> {
          int space = one.lastIndexOf(' ');
          return space < 0
              ? Optional.empty()
              : window(one.substring(0, space).strip())
                  .flatMap(
                      days ->
                          number(one.substring(space + 1), 0, MOST_PERCENT)
                              .map(percent -> new Amnesty(days, Math.toIntExact(percent))));
        });
  }

  static Optional<List<LocalDate>> dates(String text) {
    return list(text, CaseValues::date);
  }

  private static <T> Optional<List<T>> list(String text, Function<String, Optional<T>> read) {
    List<T> values = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      Optional<T> value = read.apply(part.strip());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    return Optional.of(values);
  }

  /// Opening hours of a row.
  ///
  /// @param week hours of each weekday; a missing weekday is open all day
  /// @param days hours of single dates
  record CaseHours(Map<DayOfWeek, OpenHours> week, Map<LocalDate, OpenHours> days) {
    static final CaseHours NONE = new CaseHours(Map.of(), Map.of());
  }

  /// Reads opening hours, separated by semicolons: `09:00-20:00` for every day, or `2024-05-16
  /// 09:00-13:00` for one date. `00:00` or `24:00` at the end is midnight.
  static Optional<CaseHours> openHours(String text) {
    Map<DayOfWeek, OpenHours> week = new EnumMap<>(DayOfWeek.class);
    Map<LocalDate, OpenHours> days = new HashMap<>();
    for (String part : text.split(";", -1)) {
      String entry = part.strip();
      int gap = entry.indexOf(' ');
      boolean dated = gap == DATE_LENGTH;
      Optional<LocalDate> day = dated ? date(entry.substring(0, gap)) : Optional.empty();
      Optional<OpenHours> hours = hours(dated ? entry.substring(gap + 1) : entry);
      if (hours.isEmpty() || (dated && day.isEmpty())) {
        return Optional.empty();
      }
      if (day.isPresent()) {
        days.put(day.get(), hours.get());
      } else {
        for (DayOfWeek each : DayOfWeek.values()) {
          week.put(each, hours.get());
        }
      }
    }
    return Optional.of(new CaseHours(week, days));
  }

  private static Optional<OpenHours> hours(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      return Optional.empty();
    }
    String last = ends[1].strip();
    Optional<LocalTime> opens = parsed(ends[0].strip(), LocalTime::parse);
    Optional<LocalTime> closes =
        last.equals("24:00") ? Optional.of(LocalTime.MIDNIGHT) : parsed(last, LocalTime::parse);
    if (opens.isEmpty() || closes.isEmpty()) {
      return Optional.empty();
    }
    boolean inOrder = closes.get().equals(LocalTime.MIDNIGHT) || closes.get().isAfter(opens.get());
    return inOrder ? Optional.of(new OpenHours(opens.get(), closes.get())) : Optional.empty();
  }

  /// Finds a constant by its name as documents write it, such as `open-days-only`.
  static <E extends Enum<E>> Optional<E> name(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text))
        .findFirst();
  }

  /// Reads a rule of the return by its name (`last-open-day`), or by its words in the worked cases.
  static Optional<EffectiveReturn.EffectiveReturnRule> returnRule(String text) {
    if (freeDays(text).isPresent()) {
      return Optional.of(EffectiveReturn.EffectiveReturnRule.SCAN_TIME);
    }
    return switch (text) {
      case "event time", "event-time" ->
          Optional.of(EffectiveReturn.EffectiveReturnRule.EVENT_TIME);
      case "scan time", "scan-time", "free-days" ->
          Optional.of(EffectiveReturn.EffectiveReturnRule.SCAN_TIME);
      case "last open day before the emptying", "last-open-day" ->
          Optional.of(EffectiveReturn.EffectiveReturnRule.LAST_OPEN_DAY);
      case "one open day back", "one-open-day-back" ->
          Optional.of(EffectiveReturn.EffectiveReturnRule.ONE_OPEN_DAY_BACK);
      case "opening-time run: previous open day; later runs: same day", "scheduled-run" ->
          Optional.of(EffectiveReturn.EffectiveReturnRule.SCHEDULED_RUN);
      case "backdate", "backdated" -> Optional.of(EffectiveReturn.EffectiveReturnRule.BACKDATED);
      default -> Optional.empty();
    };
  }

  /// Reads `free days = 1`, which is written in the column for the rule of the return.
  static Optional<Integer> freeDays(String text) {
    Matcher matcher = FREE_DAYS.matcher(text);
    return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }
}
