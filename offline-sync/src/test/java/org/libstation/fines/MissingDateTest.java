package org.libstation.fines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;

/// Samoa went from Thursday 29 to Saturday 31 December 2011 (IANA time zone database,
/// `Pacific/Apia`); Hong Kong had a Friday in between.
class MissingDateTest {
  @ParameterizedTest
  @CsvSource({
    "Pacific/Apia, DATES, 2011-12-28, 2012-01-02, 4",
    "Asia/Hong_Kong, DATES, 2011-12-28, 2012-01-02, 5",
    "Pacific/Apia, DIFFERENCE, 2011-12-28, 2012-01-02, 4",
    "Asia/Hong_Kong, DIFFERENCE, 2011-12-28, 2012-01-02, 5",
    "Pacific/Apia, DATES, 2011-12-29, 2011-12-31, 1",
    "Pacific/Apia, DATES, 2011-12-31, 2012-01-02, 2",
    "Pacific/Fakaofo, DATES, 2011-12-28, 2012-01-02, 4",
    "Pacific/Kiritimati, DATES, 1994-12-29, 1995-01-02, 3",
  })
  void a_date_that_never_was_is_not_charged(
      String zone, CountedUnit line, LocalDate due, LocalDate back, long charged) {
    CountingRule rule = CountingRule.dates(OnRenewal.KEPT).withLine(line);
    FinePolicy policy = FinePolicy.of("p", Money.of(100, "HKD"), Maximum.NONE, 1, rule);
    FineCounter counter =
        new FineCounter(
            new OpeningCalendar("c", Set.of(), Map.of(), Set.of(), Map.of(), Map.of()),
            List.of(),
            List.of());
    OverdueLoan loan =
        OverdueLoan.of(
            due.atTime(23, 59).atZone(ZoneId.of(zone)),
            List.of(),
            back.atTime(23, 59).atZone(ZoneId.of(zone)),
            new OverdueLoan.LoanScope("", ""));

    assertThat(counter.assess(policy, loan).units().charged()).isEqualTo(charged);
    assertThat(counter.assess(policy, loan).units().elapsed()).isEqualTo(charged);
    assertThat(counter.explain(policy, loan).units().stream().filter(JudgedUnit::isCounted))
        .hasSize((int) charged)
        .noneMatch(unit -> zone.endsWith("Apia") && unit.day().equals(LocalDate.of(2011, 12, 30)));
  }
}
