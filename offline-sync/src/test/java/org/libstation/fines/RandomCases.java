package org.libstation.fines;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.ChargeAt;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;

/// Random calendars, windows, rules and loans, around days on which clocks change, years end and
/// February has 29 days.
final class RandomCases {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Hong_Kong"),
          ZoneId.of("Europe/Zurich"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Beirut"),
          ZoneId.of("America/Sao_Paulo"),
          ZoneId.of("Pacific/Apia"));

  /// Both changes of the clock, leap days, year ends, and Samoa's missing day.
  private static final List<LocalDate> TURNS =
      List.of(
          LocalDate.of(2024, 3, 31),
          LocalDate.of(2024, 10, 27),
          LocalDate.of(2018, 11, 4),
          LocalDate.of(2018, 2, 18),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(2023, 12, 31),
          LocalDate.of(2011, 12, 30),
          LocalDate.of(2024, 4, 7),
          LocalDate.of(2020, 7, 20));

  private static final List<String> SERVICES = List.of("main", "van");
  private static final List<String> CLASSES = List.of("adult", "children");

  private final Random random;

  /// Spreads the seed first: the first number of a [Random] hardly differs between small seeds, and
  /// half of the ways to count were never drawn.
  RandomCases(long seed) {
    random = new Random(new SplittableRandom(seed).nextLong());
  }

  /// A calendar, windows, rules and a loan.
  record Case(
      OpeningCalendar calendar,
      List<SuspensionWindow> windows,
      FinePolicy policy,
      OverdueLoan loan) {
    Assessment assess() {
      return new FineCounter(calendar, windows, List.of()).assess(policy, loan);
    }

    Explained explain() {
      return new FineCounter(calendar, windows, List.of()).explain(policy, loan);
    }

    /// The rules that hold for its loan.
    FinePolicy rules() {
      return policy.forLoan(loan);
    }

    Case with(OverdueLoan other) {
      return new Case(calendar, windows, policy, other);
    }

    Case with(List<SuspensionWindow> others) {
      return new Case(calendar, others, policy, loan);
    }
  }

  Case next() {
    CountingRule rule = rule();
    boolean walksMinutes =
        rule.line() == CountedUnit.MINUTES
            || (rule.line() == CountedUnit.DATES && !rule.interval().isDays());
    boolean daily = rule.interval().isDays();
    int span = walksMinutes ? (random.nextInt(20) == 0 ? 9 : 2) : daily ? 90 : 12;
    if (daily && !walksMinutes && random.nextInt(50) == 0) {
      span = 1500;
    }
    LocalDate around = pick(TURNS).plusDays(random.nextInt(9) - 6);
    ZoneId zone = pick(ZONES);
    boolean seconds = rule.line() == CountedUnit.BILLS || rule.line() == CountedUnit.DIFFERENCE;
    return new Case(
        calendar(around, span),
        windows(around, span),
        policy(rule),
        loan(around, span, zone, seconds));
  }

  private OpeningCalendar calendar(LocalDate around, int span) {
    Set<DayOfWeek> weekly = EnumSet.noneOf(DayOfWeek.class);
    while (random.nextInt(3) == 0 && weekly.size() < 4) {
      weekly.add(pick(List.of(DayOfWeek.values())));
    }
    Map<LocalDate, ClosedReason> closed = new HashMap<>();
    Set<LocalDate> despite = new HashSet<>();
    Map<LocalDate, OpenHours> part = new HashMap<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      closed.put(near(around, span), pick(List.of(ClosedReason.values())));
      despite.add(near(around, span));
      part.put(near(around, span), hours());
    }
    Map<DayOfWeek, OpenHours> hours = new EnumMap<>(DayOfWeek.class);
    if (random.nextBoolean()) {
      for (DayOfWeek day : DayOfWeek.values()) {
        if (random.nextInt(6) > 0) {
          hours.put(day, hours());
        }
      }
    }
    return new OpeningCalendar("c", weekly, closed, despite, hours, part);
  }

  /// Neither opening nor closing while a clock changes, at midnight or in the small hours: which of
  /// two 23:30s is meant, nobody says.
  private OpenHours hours() {
    int opens = 4 + random.nextInt(8);
    int closes = pick(List.of(13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 24, 24));
    return new OpenHours(
        LocalTime.of(opens, random.nextInt(60)),
        closes >= 24 ? LocalTime.MIDNIGHT : LocalTime.of(closes, random.nextInt(60)));
  }

  List<SuspensionWindow> windows(LocalDate around, int span) {
    List<SuspensionWindow> windows = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      LocalDate from = near(around, span);
      Optional<LocalDate> to =
          random.nextInt(5) == 0
              ? Optional.empty()
              : Optional.of(from.plusDays(random.nextInt(Math.max(1, span / 2) + 1)));
      Set<String> scope = random.nextInt(3) == 0 ? Set.of(pick(SERVICES)) : Set.of();
      Set<String> classes = random.nextInt(4) == 0 ? Set.of(pick(CLASSES)) : Set.of();
      Optional<String> supersedes =
          random.nextInt(4) == 0 ? Optional.of("w" + (i + 1)) : Optional.empty();
      windows.add(new SuspensionWindow("w" + i, from, to, scope, classes, supersedes));
    }
    return windows;
  }

  private CountingRule rule() {
    CountedUnit line = pick(List.of(CountedUnit.values()));
    boolean days = random.nextInt(3) > 0;
    Interval.Unit unit =
        days
            ? random.nextInt(12) == 0 ? Interval.Unit.WEEK : Interval.Unit.DAY
            : line != CountedUnit.DIFFERENCE && random.nextInt(8) == 0
                ? Interval.Unit.MINUTE
                : Interval.Unit.HOUR;
    int every =
        unit == Interval.Unit.MINUTE
            ? pick(List.of(15, 30, 50))
            : random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(unit == Interval.Unit.WEEK ? 2 : 9);
    Grace.GraceMode mode = pick(List.of(Grace.GraceMode.values()));
    Interval.Unit graceUnit =
        unit == Interval.Unit.WEEK || random.nextBoolean() ? Interval.Unit.DAY : unit;
    Grace grace =
        random.nextBoolean()
            ? Grace.NONE
            : new Grace(
                random.nextInt(4),
                graceUnit,
                mode,
                pick(List.of(Grace.Extension.values())),
                random.nextBoolean());
    return new CountingRule(
        line,
        new Interval(every, unit),
        random.nextInt(3) > 0 ? ChargeAt.START : ChargeAt.END,
        grace,
        random.nextInt(4) == 0,
        random.nextInt(3) > 0,
        random.nextInt(5) == 0 ? random.nextInt(3) : 0,
        pick(List.of(OnRenewal.values())));
  }

  private FinePolicy policy(CountingRule rule) {
    Optional<Money> amount =
        random.nextInt(3) == 0
            ? Optional.of(Money.of(random.nextInt(3000), "HKD"))
            : Optional.empty();
    Maximum maximum =
        new Maximum(amount, OptionalInt.empty(), random.nextBoolean(), random.nextInt(4) > 0);
    int roundTo = random.nextInt(4) == 0 ? pick(List.of(5, 10, 50)) : 1;
    return new FinePolicy(
        "p",
        Money.of(random.nextInt(200), "HKD"),
        maximum,
        roundTo,
        rule,
        recall(rule),
        List.of(),
        0,
        suspension(rule));
  }

  private Optional<BorrowingSuspension> suspension(CountingRule rule) {
    return rule.countsDays() && random.nextInt(3) == 0
        ? Optional.of(
            new BorrowingSuspension(
                1 + random.nextInt(4),
                1 + random.nextInt(4),
                pick(List.of(BorrowingSuspension.PartPeriod.values())),
                random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(40)) : OptionalInt.empty(),
                pick(List.of(BorrowingSuspension.RunsOn.values())),
                random.nextBoolean()))
        : Optional.empty();
  }

  private Optional<Recall> recall(CountingRule rule) {
    Interval.Unit unit = rule.interval().unit();
    int every = random.nextBoolean() ? rule.interval().every() : 1 + random.nextInt(3);
    return random.nextInt(3) == 0
        ? Optional.of(
            new Recall(
                Money.of(random.nextInt(500), "HKD"),
                new Interval(unit == Interval.Unit.MINUTE ? 15 * every : every, unit),
                random.nextBoolean()
                    ? Optional.of(Money.of(random.nextInt(3000), "HKD"))
                    : Optional.empty(),
                random.nextBoolean()))
        : Optional.empty();
  }

  private OverdueLoan loan(LocalDate around, int span, ZoneId zone, boolean seconds) {
    LocalTime dueAt =
        switch (random.nextInt(4)) {
          case 0 -> LocalTime.of(23, 59);
          case 1 -> seconds ? LocalTime.of(23, 59, 59) : LocalTime.of(23, 59);
          case 2 -> LocalTime.of(random.nextInt(24), 0);
          default -> LocalTime.of(random.nextInt(24), random.nextInt(60));
        };
    ZonedDateTime due = around.atTime(dueAt).atZone(zone);
    ZonedDateTime returned = later(due, span, seconds);
    List<OverdueLoan.LoanRenewal> renewals = new ArrayList<>();
    if (random.nextInt(5) == 0) {
      ZonedDateTime on = later(due, span, seconds);
      ZonedDateTime newDue =
          on.toLocalDate().plusDays(random.nextInt(15)).atTime(dueAt).atZone(zone);
      renewals.add(new OverdueLoan.LoanRenewal(on, newDue));
      returned = later(newDue, span, seconds);
    }
    return new OverdueLoan(
        due,
        renewals,
        returned,
        new OverdueLoan.LoanScope(pick(SERVICES), pick(CLASSES)),
        new OverdueLoan.Goods(
            random.nextInt(5) == 0 ? 2 : 1,
            random.nextInt(3) == 0
                ? Optional.of(Money.of(random.nextInt(5000), "HKD"))
                : Optional.empty()),
        new OverdueLoan.LoanConditions(
            random.nextInt(20) == 0, random.nextBoolean(), random.nextInt(3) == 0),
        returned);
  }

  /// Mostly later, sometimes in time.
  private ZonedDateTime later(ZonedDateTime due, int span, boolean seconds) {
    long minutes = (long) ((random.nextDouble() * 1.1 - 0.1) * span * 1440);
    ZonedDateTime at = due.plusMinutes(minutes);
    if (random.nextInt(6) == 0) {
      at = at.toLocalDate().atStartOfDay(due.getZone());
    }
    return seconds ? at.plusSeconds(random.nextInt(60)) : at;
  }

  LocalDate near(LocalDate around, int span) {
    return around.plusDays(random.nextInt(span + 8) - 4);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
