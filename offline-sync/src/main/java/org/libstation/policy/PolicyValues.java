package org.libstation.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.libstation.circulation.Money;

/// How the values of a policy file are read; empty when the text is none of that kind.
final class PolicyValues {
  private PolicyValues() {}

  static Optional<String> word(String text) {
    return text.chars().noneMatch(Character::isWhitespace) ? Optional.of(text) : Optional.empty();
  }

  static Optional<Set<String>> names(String text) {
    if (text.equals("all")) {
      return Optional.of(Set.of());
    }
    Set<String> names = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      if (part.isBlank()) {
        return Optional.empty();
      }
      names.add(part.strip());
    }
    return Optional.of(names);
  }

  static Optional<Set<String>> media(String text) {
    return names(text).filter(types -> types.stream().allMatch(type -> type.matches("\\d{3}")));
  }

  static Optional<Boolean> yesOrNo(String text) {
    return switch (text) {
      case "yes" -> Optional.of(true);
      case "no" -> Optional.of(false);
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

  /// A constant by its name in small letters, with a hyphen for each underline.
  static <E extends Enum<E>> Optional<E> name(Class<E> type, String text) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
        return Optional.of(constant);
      }
    }
    return Optional.empty();
  }

  static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static Optional<LocalTime> time(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Optional<Currency> currency(String text) {
    try {
      return Optional.of(Currency.getInstance(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
