package org.libstation.policy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.libstation.circulation.Money;
import org.libstation.fines.Interval;
import org.libstation.fines.OpenHours;

/// Reads the values of a policy. Each method returns empty if the text is no such value.
final class PolicyValues {
  static final String A_DATE = "a date like 2026-12-25";
  static final String A_MOMENT = "a moment like 2026-12-01T09:00+08:00";
  static final String A_TIME = "a time like 23:59";
  static final String YES_OR_NO = "true or false";
  static final String AN_AMOUNT =
      "an amount like 1.50, with no more decimals than the currency has";
  static final String A_LENGTH = "a length like 14 days";

  private PolicyValues() {}

  static Optional<String> text(String text) {
    return Optional.of(text);
  }

  static Optional<String> word(String text) {
    return text.chars().noneMatch(Character::isWhitespace) ? Optional.of(text) : Optional.empty();
  }

  static Optional<String> media(String text) {
    return text.matches("\\d{3}") ? Optional.of(text) : Optional.empty();
  }

  static Optional<Boolean> yesOrNo(String text) {
    return switch (text) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static Optional<Integer> number(String text, int least, int most) {
    if (!text.matches("\\d{1,6}")) {
      return Optional.empty();
    }
    int value = Integer.parseInt(text);
    return value >= least && value <= most ? Optional.of(value) : Optional.empty();
  }

  static Optional<Money> money(String text, Currency currency) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    String decimals = digits == 0 ? "" : "(\\.\\d{1," + digits + "})?";
    return text.matches("\\d{1,7}" + decimals)
        ? Optional.of(Money.parse(text, currency))
        : Optional.empty();
  }

  /// Reads an amount, or `none` for no limit.
  static Optional<Choice<Money>> moneyOrNone(String text, Currency currency) {
    return text.equals("none")
        ? Optional.of(new Choice<>(Optional.empty()))
        : money(text, currency).map(amount -> new Choice<>(Optional.of(amount)));
  }

  /// Reads a length of time: `14 days`, `1 hour`.
  static Optional<Interval> length(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length != 2 || !parts[0].matches("[1-9]\\d{0,3}")) {
      return Optional.empty();
    }
    String unit = parts[1].endsWith("s") ? parts[1].substring(0, parts[1].length() - 1) : parts[1];
    return name(Interval.Unit.class, unit)
        .map(found -> new Interval(Integer.parseInt(parts[0]), found));
  }

  /// Reads opening hours: `09:00-20:00`.
  static Optional<OpenHours> hours(String text) {
    String[] ends = text.split("-", -1);
    if (ends.length != 2) {
      return Optional.empty();
    }
    Optional<LocalTime> opens = time(ends[0]);
    Optional<LocalTime> closes = time(ends[1]);
    boolean fits =
        opens.isPresent()
            && closes.isPresent()
            && (closes.get().equals(LocalTime.MIDNIGHT) || closes.get().isAfter(opens.get()));
    return fits ? Optional.of(new OpenHours(opens.get(), closes.get())) : Optional.empty();
  }

  /// Reads a constant by its name in lower case, with a hyphen for each underscore.
  static <E extends Enum<E>> Optional<E> name(Class<E> type, String text) {
    return Arrays.stream(type.getEnumConstants()).filter(one -> word(one).equals(text)).findFirst();
  }

  /// All words of an enum, for a fault: `none, returns-only or all`.
  static <E extends Enum<E>> String words(Class<E> type) {
    List<String> words = Arrays.stream(type.getEnumConstants()).map(PolicyValues::word).toList();
    return String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }

  private static <E extends Enum<E>> String word(E constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<LocalDate> date(String text) {
    return parsed(text, LocalDate::parse);
  }

  static Optional<Choice<LocalDate>> dateOrOpen(String text) {
    return text.equals("open")
        ? Optional.of(new Choice<>(Optional.empty()))
        : date(text).map(day -> new Choice<>(Optional.of(day)));
  }

  static Optional<Instant> moment(String text) {
    return parsed(text, at -> OffsetDateTime.parse(at).toInstant());
  }

  static Optional<LocalTime> time(String text) {
    return parsed(text, LocalTime::parse);
  }

  static Optional<ZoneId> zone(String text) {
    return parsed(text, ZoneId::of);
  }

  /// Reads a currency with a minor unit. ISO 4217 also has codes without one: for no currency
  /// (XXX), for tests (XTS) and for metals.
  static Optional<Currency> currency(String text) {
    try {
      return Optional.of(Currency.getInstance(text))
          .filter(it -> it.getDefaultFractionDigits() >= 0);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
    try {
      return Optional.of(parse.apply(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
