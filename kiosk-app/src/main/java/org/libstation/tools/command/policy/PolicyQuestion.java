package org.libstation.tools.command.policy;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Questions of `policy new`, in the order asked.
enum PolicyQuestion {
  NAME("How is the library called?", "Town Library", "a name without control characters"),
  ZONE("In which time zone is it?", "Europe/Berlin", "a zone like Europe/Berlin"),
  CURRENCY("Which currency?", "EUR", "three letters like EUR"),
  CLOSED("On which weekdays is it closed, or none?", "sunday", "days like sunday, monday, or none"),
  DAYS("How many days is a book lent?", "28", "a number from 1 to 365"),
  RENEWALS("How often can it be renewed?", "2", "a number from 0 to 99"),
  KIND(
      "What does being late cost: none, daily, weekly or reminders?",
      "none",
      "none, daily, weekly or reminders"),
  FEE("How much?", "0.20", "an amount like 0.20"),
  MAXIMUM("How much at most for one book, or none?", "5.00", "an amount like 5.00, or none"),
  EXEMPT(
      "Who pays nothing (as the central system calls them), or none?",
      "none",
      "words like CHILD, STAFF, or none"),
  LOST(
      "After how many days overdue does it count as lost, or none?",
      "none",
      "a number from 1 to 999, or none"),
  BLOCK("Above what debt does borrowing stop, or none?", "none", "an amount like 20.00, or none");

  static final String NONE = "none";
  private static final String REMINDERS = "reminders";
  private static final int CENTS = 2;
  private static final Pattern AMOUNT = Pattern.compile("\\d+\\.\\d\\d");
  private static final BigDecimal MOST = new BigDecimal(10_000);

  private final String words;
  private final String usual;
  private final String expected;

  PolicyQuestion(String words, String usual, String expected) {
    this.words = words;
    this.usual = usual;
    this.expected = expected;
  }

  /// Whether to ask this: without a fine, the questions about its amount are skipped.
  boolean isAsked(Map<PolicyQuestion, String> before) {
    boolean aboutFines = this == FEE || this == MAXIMUM || this == EXEMPT;
    return !aboutFines || !NONE.equals(before.get(KIND));
  }

  private boolean isOfReminders(Map<PolicyQuestion, String> before) {
    return this == FEE && REMINDERS.equals(before.get(KIND));
  }

  /// Whether this asks for the maximum of all reminders; each reminder adds to the earlier ones.
  private boolean isOfAllReminders(Map<PolicyQuestion, String> before) {
    return this == MAXIMUM && REMINDERS.equals(before.get(KIND));
  }

  /// The question; answers before may change its words.
  String words(Map<PolicyQuestion, String> before) {
    return isOfReminders(before)
        ? "After how many days is how much asked, on top of what was asked before?"
        : isOfAllReminders(before)
            ? "How much at most for one book, all reminders together, or none?"
            : words;
  }

  /// The answer for an empty line.
  String usual(Map<PolicyQuestion, String> before) {
    return money(
        isOfReminders(before)
            ? "7 days 2.00, 21 days 5.00"
            : isOfAllReminders(before) ? NONE : usual,
        before);
  }

  /// What a valid answer looks like, for the message about an invalid one.
  String expected(Map<PolicyQuestion, String> before) {
    return money(
        isOfReminders(before) ? "days, each later, with amounts like 7 days 2.00" : expected,
        before);
  }

  /// Writes amounts with as many decimals as the currency has: 0.20 euros, 20 yen, 0.200 dinars.
  private static String money(String text, Map<PolicyQuestion, String> before) {
    int digits =
        Optional.ofNullable(before.get(CURRENCY))
            .map(code -> Currency.getInstance(code).getDefaultFractionDigits())
            .orElse(CENTS);
    return digits == CENTS
        ? text
        : AMOUNT
            .matcher(text)
            .replaceAll(
                found -> {
                  BigDecimal amount = new BigDecimal(found.group());
                  return digits == 0
                      ? amount.movePointRight(CENTS).toPlainString()
                      : amount.setScale(digits).toPlainString();
                });
  }

  /// Reads an answer in the form in which it is kept; empty when it is not valid.
  Optional<String> read(String text, Map<PolicyQuestion, String> before) {
    String word = text.toLowerCase(Locale.ROOT);
    return switch (this) {
      case NAME ->
          Optional.of(text).filter(name -> name.chars().noneMatch(Character::isISOControl));
      case ZONE -> zone(text);
      case CURRENCY -> currency(text.toUpperCase(Locale.ROOT));
      case CLOSED ->
          word.equals(NONE) ? Optional.of(word) : NewCommand.each(word, PolicyQuestion::weekday);
      case DAYS -> number(text, 1, 365);
      case RENEWALS -> number(text, 0, 99);
      case KIND -> Optional.of(word).filter(kind -> kind.matches("none|daily|weekly|reminders"));
      case FEE -> isOfReminders(before) ? reminders(word, before) : amount(text, before);
      case MAXIMUM, BLOCK -> word.equals(NONE) ? Optional.of(word) : amount(text, before);
      case EXEMPT ->
          word.equals(NONE)
              ? Optional.of(word)
              : NewCommand.each(
                  text, one -> Optional.of(one).filter(it -> it.matches("\\w{1,30}")));
      case LOST -> word.equals(NONE) ? Optional.of(word) : number(text, 1, 999);
    };
  }

  private static Optional<String> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text).getId())
          .filter(id -> id.contains("/") || id.equals("UTC"));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> currency(String text) {
    try {
      return Optional.of(Currency.getInstance(text))
          .filter(found -> found.getDefaultFractionDigits() >= 0)
          .map(Currency::getCurrencyCode);
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> weekday(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equalsIgnoreCase(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> number(String text, int least, int most) {
    return Optional.of(text)
        .filter(it -> it.matches("\\d{1,3}"))
        .map(Integer::parseInt)
        .filter(it -> it >= least && it <= most)
        .map(String::valueOf);
  }

  private static Optional<String> amount(String text, Map<PolicyQuestion, String> before) {
    int digits =
        Currency.getInstance(before.getOrDefault(CURRENCY, "EUR")).getDefaultFractionDigits();
    return Optional.of(text)
        .filter(it -> it.matches("\\d{1,6}(\\.\\d{1,3})?"))
        .map(BigDecimal::new)
        .filter(it -> it.stripTrailingZeros().scale() <= digits && it.compareTo(MOST) < 0)
        .map(it -> it.setScale(digits).toPlainString());
  }

  /// Checks reminders such as `7 days 2.00, 21 days 5.00`, each later than the one before.
  private static Optional<String> reminders(String text, Map<PolicyQuestion, String> before) {
    int last = 0;
    for (String one : text.split(",", -1)) {
      String[] parts = one.strip().split(" +", -1);
      boolean reads =
          parts.length == 3
              && number(parts[0], last + 1, 999).isPresent()
              && parts[1].matches("days?")
              && amount(parts[2], before).isPresent();
      if (!reads) {
        return Optional.empty();
      }
      last = Integer.parseInt(parts[0]);
    }
    return Optional.of(text);
  }
}
