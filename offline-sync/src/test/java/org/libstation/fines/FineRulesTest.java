package org.libstation.fines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.libstation.circulation.Money;
import org.libstation.lab.embedded.Explanation;
import org.libstation.lab.embedded.Explanation.Excluded;

class FineRulesTest {
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final FinePolicy ADULT =
      Usual.perDay("p1", Money.of(150, "HKD"), Optional.empty(), CountingRule.OnRenewal.KEPT);

  private static OverdueLoan loan(String due, String returned, String service) {
    return OverdueLoan.ofDays(
        day(due), day(returned), HONG_KONG, new OverdueLoan.LoanScope(service, ""), false);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void aWindowTouchesOnlyTheServicesItNames() {
    SuspensionWindow van =
        new SuspensionWindow(
            "van",
            day("2026-06-24"),
            Optional.of(day("2026-06-26")),
            Set.of("Mobile Library 2"),
            Set.of(),
            Optional.empty());
    FineCounter counter = new FineCounter(Usual.alwaysOpen("c"), List.of(van), List.of());

    assertThat(
            counter
                .assess(ADULT, loan("2026-06-22", "2026-06-25", "Mobile Library 2"))
                .units()
                .charged())
        .isEqualTo(1);
    assertThat(
            counter
                .assess(ADULT, loan("2026-06-22", "2026-06-25", "Central Library"))
                .units()
                .charged())
        .isEqualTo(3);
  }

  @Test
  void aWindowThatEndsBeforeItBeginsIsRefused() {
    assertThatThrownBy(
            () ->
                new SuspensionWindow(
                    "x",
                    day("2020-07-20"),
                    Optional.of(day("2020-07-19")),
                    Set.of(),
                    Set.of(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDueDateRollsOverHolidaysAndTheWeeklyClosingDay() {
    OpeningCalendar calendar =
        new OpeningCalendar(
            "c",
            Set.of(DayOfWeek.FRIDAY),
            Map.of(
                day("2019-12-25"), ClosedReason.HOLIDAY, day("2019-12-26"), ClosedReason.HOLIDAY),
            Set.of(),
            Map.of(),
            Map.of());
    assertThat(calendar.nextOpenDay(day("2019-12-25"))).isEqualTo("2019-12-28");
    assertThat(calendar.nextOpenDay(day("2019-12-24"))).isEqualTo("2019-12-24");
    assertThat(calendar.lastOpenDayBefore(day("2019-12-28"))).isEqualTo("2019-12-24");
  }

  @Test
  void anExceptionalOpeningOnAClosedWeekdayCounts() {
    OpeningCalendar calendar =
        new OpeningCalendar(
            "c", Set.of(DayOfWeek.SUNDAY), Map.of(), Set.of(day("2024-06-16")), Map.of(), Map.of());
    assertThat(calendar.closedOn(day("2024-06-16"))).isEmpty();
    assertThat(calendar.closedOn(day("2024-06-23"))).contains(ClosedReason.WEEKLY);
  }

  @Test
  void aPlaceClosedOnAllWeekdaysIsRefused() {
    assertThatThrownBy(
            () ->
                new OpeningCalendar(
                    "c", EnumSet.allOf(DayOfWeek.class), Map.of(), Set.of(), Map.of(), Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theMaximumIsForEachItemAndIsSaid() {
    FinePolicy capped =
        Usual.perDay(
            "p2",
            Money.of(150, "HKD"),
            Optional.of(Money.of(1000, "HKD")),
            CountingRule.OnRenewal.KEPT);
    Assessment two =
        new FineCounter(Usual.alwaysOpen("c"), List.of(), List.of())
            .assess(
                capped,
                OverdueLoan.of(
                        day("2024-05-16").atTime(23, 59).atZone(HONG_KONG),
                        List.of(),
                        day("2024-06-16").atStartOfDay(HONG_KONG),
                        new OverdueLoan.LoanScope("main", ""))
                    .items(2, Optional.empty())
                    .estimated(true));
    assertThat(two.amount()).isEqualTo(Money.of(2000, "HKD"));
    assertThat(two.capped()).isTrue();
    assertThat(two.estimate()).isTrue();
  }

  @Test
  void anEarlyReturnCostsNothingAndJudgesNoDay() {
    Explained early =
        new FineCounter(Usual.alwaysOpen("c"), List.of(), List.of())
            .explain(ADULT, loan("2024-05-16", "2024-05-01", "main"));
    assertThat(early.assessment().amount().isZero()).isTrue();
    assertThat(early.units())
        .containsExactly(JudgedUnit.day(day("2024-05-16"), new DayVerdict.NotYetDue()));
  }

  @Test
  void anExplanationCountsTheDaysByReasonAndNamesItsVersions() {
    OpeningCalendar calendar =
        new OpeningCalendar(
            "calendar-7",
            Set.of(),
            Map.of(
                day("2020-01-25"), ClosedReason.HOLIDAY,
                day("2020-01-26"), ClosedReason.GALE),
            Set.of(),
            Map.of(),
            Map.of());
    SuspensionWindow window =
        new SuspensionWindow(
            "w",
            day("2020-01-26"),
            Optional.of(day("2020-01-28")),
            Set.of(),
            Set.of(),
            Optional.empty());
    Explanation explanation =
        Explanation.of(
            new FineCounter(calendar, List.of(window), List.of())
                .explain(ADULT, loan("2020-01-24", "2020-01-29", "main")));

    assertThat(explanation.daysCounted()).isEqualTo(2);
    assertThat(explanation.amount()).isEqualTo(Money.of(300, "HKD"));
    assertThat(explanation.excluded())
        .isEqualTo(Map.of(Excluded.HOLIDAY, 1, Excluded.GALE, 1, Excluded.SUSPENDED, 1));
    assertThat(explanation.calendarVersion()).isEqualTo("calendar-7");
    assertThat(explanation.policyVersion()).isEqualTo("p1");
  }

  @Test
  void aDropEmptiedAtOpeningCountsForTheLastOpenDay() {
    OpeningCalendar calendar =
        new OpeningCalendar("c", Set.of(DayOfWeek.SUNDAY), Map.of(), Set.of(), Map.of(), Map.of());
    EffectiveReturn emptied =
        EffectiveReturn.of(
            EffectiveReturn.EffectiveReturnRule.LAST_OPEN_DAY,
            Optional.empty(),
            ZonedDateTime.parse("2024-06-17T08:45+08:00[Asia/Hong_Kong]"),
            calendar,
            LocalTime.MAX);
    assertThat(emptied.effective().toLocalDate()).isEqualTo("2024-06-15");
    assertThat(emptied.rule()).isEqualTo(EffectiveReturn.EffectiveReturnRule.LAST_OPEN_DAY);
    assertThat(emptied.handedOver()).isEmpty();
  }
}
