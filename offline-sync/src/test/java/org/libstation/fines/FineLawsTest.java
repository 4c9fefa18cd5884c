package org.libstation.fines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.RandomCases.Case;

/// What holds of every fine, whatever the rules.
class FineLawsTest {
  private static final int CASES = 3_000;
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final OverdueLoan.LoanScope MAIN = new OverdueLoan.LoanScope("main", "adult");
  private static final FinePolicy DAILY =
      Usual.perDay("p", Money.of(150, "HKD"), Optional.empty(), OnRenewal.KEPT);

  private static OverdueLoan returned(OverdueLoan loan, ZonedDateTime at) {
    return loan.with(c -> c.returned(at).ends(at));
  }

  @Test
  void neverNegativeAndNeverAboveTheMaximumThatTruncates() {
    for (int seed = 0; seed < CASES; seed++) {
      Case one = new RandomCases(seed).next();
      Assessment found = one.assess();
      assertThat(found.amount().minor()).as("seed %s", seed).isNotNegative();
      assertThat(found.units().charged()).as("seed %s", seed).isNotNegative();
      Maximum maximum = one.rules().maximum();
      if (maximum.truncate() && maximum.amount().isPresent()) {
        assertThat(found.amount().minor())
            .as("seed %s", seed)
            .isLessThanOrEqualTo(maximum.amount().get().minor() * one.loan().items());
      }
    }
  }

  /// Koha is left out: its hours lose a whole day at the midnight that begins a closed day, and its
  /// days lose one when the clock passes the due time on it.
  @Test
  void aLaterReturnNeverCostsLess() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases random = new RandomCases(seed);
      Case one = random.next();
      if (one.policy().counting().line() == CountedUnit.DIFFERENCE || one.loan().amnesty()) {
        continue;
      }
      ZonedDateTime later = one.loan().returned().plusMinutes(random.below(5_000));
      assertThat(one.with(returned(one.loan(), later)).assess().amount().minor())
          .as("seed %s, back at %s, of %s", seed, later, one)
          .isGreaterThanOrEqualTo(one.assess().amount().minor());
    }
  }

  @Test
  void aWiderSuspensionNeverCostsMore() {
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases random = new RandomCases(seed);
      Case one = random.next();
      LocalDate from = random.near(one.loan().due().toLocalDate(), 20);
      SuspensionWindow more =
          new SuspensionWindow(
              "more",
              from,
              Optional.of(from.plusDays(random.below(30))),
              Set.of(),
              Set.of(),
              Optional.empty());
      List<SuspensionWindow> wider = new ArrayList<>(one.windows());
      wider.add(more);
      assertThat(one.with(wider).assess().amount().minor())
          .as("seed %s, %s more, of %s", seed, more, one)
          .isLessThanOrEqualTo(one.assess().amount().minor());
    }
  }

  /// Koha is left out for the same reason; and an amnesty forgives all.
  @Test
  void aLaterReturnNeverSuspendsForLess() {
    int suspended = 0;
    for (int seed = 0; seed < CASES; seed++) {
      RandomCases random = new RandomCases(seed);
      Case one = random.next();
      if (one.policy().counting().line() == CountedUnit.DIFFERENCE || one.loan().amnesty()) {
        continue;
      }
      ZonedDateTime later = one.loan().returned().plusMinutes(random.below(5_000));
      Optional<SuspensionDays> before = one.assess().suspension();
      Optional<SuspensionDays> after = one.with(returned(one.loan(), later)).assess().suspension();
      assertThat(after.isPresent()).isEqualTo(before.isPresent());
      if (before.isPresent()) {
        suspended += before.get().isNone() ? 0 : 1;
        assertThat(after.orElseThrow().days())
            .as("seed %s, back at %s, of %s", seed, later, one)
            .isGreaterThanOrEqualTo(before.get().days());
        assertThat(after.orElseThrow().to()).isAfterOrEqualTo(after.orElseThrow().from());
        before
            .get()
            .rule()
            .maximum()
            .ifPresent(most -> assertThat(before.get().days()).isLessThanOrEqualTo(most));
      }
    }
    assertThat(suspended).isGreaterThan(CASES / 30);
  }

  @Test
  void windowsAreAUnionAndNotASum() {
    SuspensionWindow one =
        new SuspensionWindow(
            "1",
            LocalDate.of(2020, 7, 1),
            Optional.of(LocalDate.of(2020, 7, 10)),
            Set.of(),
            Set.of(),
            Optional.empty());
    SuspensionWindow two =
        new SuspensionWindow(
            "2",
            LocalDate.of(2020, 7, 8),
            Optional.of(LocalDate.of(2020, 7, 20)),
            Set.of(),
            Set.of(),
            Optional.empty());
    SuspensionWindow both =
        new SuspensionWindow("3", one.from(), two.to(), Set.of(), Set.of(), Optional.empty());
    for (int days = 0; days < 40; days++) {
      OverdueLoan loan = loan("2020-06-30", LocalDate.of(2020, 6, 30).plusDays(days), HONG_KONG);
      assertThat(amount(List.of(one, two), loan)).isEqualTo(amount(List.of(both), loan));
      assertThat(amount(List.of(two, one, one), loan)).isEqualTo(amount(List.of(both), loan));
    }
  }

  @Test
  void aSupersededWindowHoldsNoDay() {
    SuspensionWindow july =
        new SuspensionWindow(
            "july",
            LocalDate.of(2020, 1, 29),
            Optional.of(LocalDate.of(2020, 7, 20)),
            Set.of(),
            Set.of(),
            Optional.empty());
    SuspensionWindow open =
        new SuspensionWindow(
            "open",
            LocalDate.of(2020, 1, 29),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.of("july"));
    SuspensionWindow withdrawn =
        new SuspensionWindow(
            "withdrawn",
            LocalDate.of(2020, 7, 20),
            Optional.of(LocalDate.of(2020, 7, 20)),
            Set.of(),
            Set.of(),
            Optional.of("open"));
    OverdueLoan loan = loan("2020-07-17", LocalDate.of(2020, 9, 3), HONG_KONG);
    assertThat(amount(List.of(july), loan)).isEqualTo(6900);
    assertThat(amount(List.of(july, open), loan)).isZero();
    assertThat(amount(List.of(july, open, withdrawn), loan)).isEqualTo(7200);
  }

  /// Over long spans the changes of the clock come from sums made once, over short ones they are
  /// looked up.
  @Test
  void timeAddsUpOverYearsOfChangingClocks() {
    for (int seed = 0; seed < 500; seed++) {
      RandomCases random = new RandomCases(seed);
      Case one = random.next();
      DayBook book =
          new DayBook(
              one.calendar(),
              one.windows(),
              new DayBook.CalendarReading(random.below(3) == 0, true, random.below(2) == 0));
      boolean often = seed % 2 == 0;
      while (often && !book.isAskedOften()) {
        // from now on it has sums
      }
      TimeLine line = new TimeLine(book, Grace.NONE, Interval.Unit.HOUR, false);
      ZonedDateTime from = one.loan().due().minusMinutes(random.below(3_000_000));
      long parts = 0;
      ZonedDateTime at = from;
      for (int year = 0; year < 9; year++) {
        ZonedDateTime next = at.plusMinutes(random.below(570_000));
        parts += line.count(new OverdueLoan.Leg(at, next, true)).counted();
        at = next;
      }
      assertThat(line.count(new OverdueLoan.Leg(from, at, true)).counted())
          .as("seed %s, from %s to %s, %s", seed, from, at, one)
          .isEqualTo(parts);
    }
  }

  @Test
  void theMachinesTimeZoneIsIrrelevant() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (int seed = 0; seed < 300; seed++) {
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
        Explained east = new RandomCases(seed).next().explain();
        TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
        assertThat(new RandomCases(seed).next().explain()).isEqualTo(east);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2024-02-27, 2024-03-01, 3, a leap day is a day",
    "2023-02-27, 2023-03-01, 2, no leap day",
    "2024-12-30, 2025-01-03, 4, over the end of the year",
    "2024-03-30, 2024-04-01, 2, a day of 23 hours",
    "2024-10-26, 2024-10-28, 2, a day of 25 hours",
  })
  void daysAreLocalDates(String due, LocalDate returned, int days, String what) {
    OverdueLoan loan = loan(due, returned, ZURICH);
    assertThat(amount(List.of(), loan)).as(what).isEqualTo(150L * days);
  }

  @Test
  void kohaTakesAWholeDayOffAtTheMidnightThatBeginsAClosedDay() {
    FinePolicy hourly =
        FinePolicy.of(
            "p",
            Money.of(100, "HKD"),
            Maximum.NONE,
            1,
            CountingRule.dates(OnRenewal.KEPT)
                .with(
                    c ->
                        c.line(CountedUnit.DIFFERENCE)
                            .interval(new Interval(1, Interval.Unit.HOUR))));
    FineCounter counter =
        new FineCounter(
            new OpeningCalendar(
                "c",
                Set.of(),
                Map.of(LocalDate.of(2024, 5, 18), ClosedReason.HOLIDAY),
                Set.of(),
                Map.of(),
                Map.of()),
            List.of(),
            List.of());
    ZonedDateTime due = ZonedDateTime.parse("2024-05-17T20:00+08:00[Asia/Hong_Kong]");
    OverdueLoan loan = OverdueLoan.of(due, List.of(), due.plusHours(3), MAIN);
    assertThat(counter.assess(hourly, loan).amount().minor()).isEqualTo(300);
    assertThat(counter.assess(hourly, returned(loan, due.plusHours(5))).amount().minor()).isZero();
  }

  private static OverdueLoan loan(String due, LocalDate returned, ZoneId zone) {
    return OverdueLoan.ofDays(LocalDate.parse(due), returned, zone, MAIN, false);
  }

  private static long amount(List<SuspensionWindow> windows, OverdueLoan loan) {
    return new FineCounter(Usual.alwaysOpen("c"), windows, List.of())
        .assess(DAILY, loan)
        .amount()
        .minor();
  }
}
