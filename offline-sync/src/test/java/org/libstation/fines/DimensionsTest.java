package org.libstation.fines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.ChargeAt;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.CountingRule.OnRenewal;
import org.libstation.fines.LoanPeriod.Roll;
import org.libstation.lab.embedded.Explanation;

/// Dimensions of the rules that the table of worked cases does not reach, by example.
class DimensionsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Hong_Kong");

  /// 18 May 2024 is a Saturday; the weekend is closed, and so is Monday the 20th.
  private static final OpeningCalendar WEEKEND =
      new OpeningCalendar(
          "c",
          Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
          Map.of(LocalDate.of(2024, 5, 20), ClosedReason.HOLIDAY),
          Set.of(),
          hours(),
          Map.of());

  private static Map<DayOfWeek, OpenHours> hours() {
    Map<DayOfWeek, OpenHours> week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      week.put(day, new OpenHours(LocalTime.of(9, 0), LocalTime.of(20, 0)));
    }
    return week;
  }

  private static ZonedDateTime at(String local) {
    return ZonedDateTime.parse(local + "+08:00[Asia/Hong_Kong]");
  }

  @ParameterizedTest
  @CsvSource({
    "KEEP, 2024-05-18T23:59",
    "NEXT_OPEN_DAY, 2024-05-21T23:59",
    "PREVIOUS_OPEN_DAY, 2024-05-17T23:59",
    "SKIP_CLOSED, 2024-05-24T23:59",
    "SAME_WEEKDAY, 2024-05-21T23:59",
  })
  void aDayLoanOfTwoWeeksFromTheFourthOfMay(Roll roll, String due) {
    assertThat(LoanPeriod.days(14, roll).due(at("2024-05-04T11:00"), WEEKEND)).isEqualTo(at(due));
  }

  @Test
  void theSameWeekdayIsTheNextWeeksWhereThePlaceIsUsuallyOpenOnIt() {
    assertThat(LoanPeriod.days(14, Roll.SAME_WEEKDAY).due(at("2024-05-06T11:00"), WEEKEND))
        .isEqualTo(at("2024-05-27T23:59"));
  }

  @ParameterizedTest
  @CsvSource({
    "KEEP, 2024-05-17T18:00, 2024-05-17T22:00",
    "NEXT_OPEN_DAY, 2024-05-17T18:00, 2024-05-17T22:00",
    "NEXT_OPEN_DAY, 2024-05-17T21:00, 2024-05-21T10:00",
    "END_OF_HOURS, 2024-05-17T18:00, 2024-05-17T20:00",
    "END_OF_HOURS, 2024-05-17T12:00, 2024-05-17T16:00",
    "END_OF_HOURS, 2024-05-17T21:00, 2024-05-17T20:00",
    "NEXT_OPENING, 2024-05-17T18:00, 2024-05-21T09:00",
    "NEXT_OPENING, 2024-05-17T12:00, 2024-05-17T16:00",
    "NEXT_OPENING, 2024-05-17T03:00, 2024-05-17T09:00",
  })
  void aLoanOfFourHours(Roll roll, String lent, String due) {
    LoanPeriod period =
        new LoanPeriod(4, Interval.Unit.HOUR, roll, LocalTime.of(23, 59), LocalTime.of(10, 0));
    assertThat(period.due(at(lent), WEEKEND)).isEqualTo(at(due));
  }

  @Test
  void anHourOfALoanIsAnHourWhateverTheClockSays() {
    ZoneId zurich = ZoneId.of("Europe/Zurich");
    LoanPeriod period =
        new LoanPeriod(2, Interval.Unit.HOUR, Roll.KEEP, LocalTime.of(23, 59), LocalTime.of(10, 0));
    assertThat(period.due(ZonedDateTime.of(2024, 3, 31, 1, 0, 0, 0, zurich), Usual.alwaysOpen("c")))
        .isEqualTo(ZonedDateTime.of(2024, 3, 31, 4, 0, 0, 0, zurich));
  }

  @Test
  void anAccountIsBlockedAboveItsLimitAndFinesStopGrowingAtAnother() {
    AccountLimits limits =
        new AccountLimits(Optional.of(hkd(5000)), Optional.of(hkd(8000)), Optional.empty());
    assertThat(limits.blocks(hkd(5000))).isFalse();
    assertThat(limits.blocks(hkd(5001))).isTrue();
    assertThat(limits.added(hkd(7500), hkd(0), hkd(900))).isEqualTo(hkd(500));
    assertThat(limits.added(hkd(9000), hkd(0), hkd(900))).isEqualTo(hkd(0));
    assertThat(AccountLimits.NONE.blocks(hkd(1_000_000))).isFalse();
    assertThat(AccountLimits.NONE.added(hkd(9000), hkd(0), hkd(900))).isEqualTo(hkd(900));
  }

  @Test
  void whatIsLostCostsItsPriceAShareAFeeAndTheFineWhereTheRulesSaySo() {
    LostItemFee fee = LostItemFee.reported(20, Optional.of(hkd(500)), true);
    assertThat(fee.of(hkd(8755), 1, hkd(300), 10)).isEqualTo(hkd(11310));
    assertThat(LostItemFee.reported(20, Optional.empty(), false).of(hkd(8755), 2, hkd(300), 1))
        .isEqualTo(hkd(2 * 10506));
  }

  @Test
  void theLowestOfTheLimitsWinsAndIsNamed() {
    Maximum all = new Maximum(Optional.of(hkd(3000)), OptionalInt.of(50), true, true);
    assertThat(fine(all, Optional.empty())).isEqualTo(hkd(3000));
    assertThat(fine(all, Optional.of(hkd(5000)))).isEqualTo(hkd(2500));
    assertThat(
            fine(
                new Maximum(Optional.of(hkd(3000)), OptionalInt.empty(), true, true),
                Optional.of(hkd(2000))))
        .isEqualTo(hkd(2000));
    assertThat(fine(Maximum.NONE, Optional.of(hkd(1)))).isEqualTo(hkd(4500));
  }

  private static Money fine(Maximum maximum, Optional<Money> price) {
    FinePolicy policy =
        FinePolicy.of("p", hkd(150), maximum, 1, CountingRule.dates(OnRenewal.KEPT));
    return assess(policy, Usual.alwaysOpen("c"), "2024-05-01", "2024-05-31", price).amount();
  }

  @Test
  void anAmnestyForgivesEveryDayAndSaysSo() {
    ZonedDateTime due = at("2024-05-14T23:59");
    OverdueLoan loan =
        OverdueLoan.of(due, List.of(), due.plusDays(3), new OverdueLoan.LoanScope("main", ""))
            .forgiven();
    Explained explained =
        new FineCounter(WEEKEND, List.of(), List.of())
            .explain(Usual.perDay("p", hkd(150), Optional.empty(), OnRenewal.KEPT), loan);
    assertThat(explained.assessment().amount()).isEqualTo(hkd(0));
    assertThat(explained.units().stream().map(JudgedUnit::verdict).skip(1))
        .containsOnly(new DayVerdict.Forgiven());
    assertThat(Explanation.of(explained).excluded())
        .containsExactly(Map.entry(Explanation.Excluded.FORGIVEN, 3));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-16T14:20:00, 0, twenty minutes",
    "2024-05-16T14:20:05, 1, twenty minutes and odd seconds",
    "2024-05-16T15:00:00, 1, an hour",
    "2024-05-16T16:59:59, 2, whole hours only",
  })
  void kohasHours(String returned, int charged, String what) {
    assertThat(
            assess(
                    policy(
                        CountedUnit.DIFFERENCE,
                        new Interval(1, Interval.Unit.HOUR),
                        ChargeAt.START,
                        Grace.NONE),
                    Usual.alwaysOpen("c"),
                    "2024-05-16T14:00:00",
                    returned,
                    Optional.empty())
                .units()
                .charged())
        .as(what)
        .isEqualTo(charged);
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-18T10:00, 1, back on a closed day before the due clock: the walk does not get there",
    "2024-05-18T23:59, 0, back on a closed day at the due clock: it does",
    "2024-05-19T10:00, 1, the next day",
  })
  void kohasWalkGoesFromTheDueMomentInStepsOfADay(String returned, int charged, String what) {
    OpeningCalendar saturday =
        new OpeningCalendar(
            "c", Set.of(DayOfWeek.SATURDAY), Map.of(), Set.of(), Map.of(), Map.of());
    assertThat(
            assess(
                    policy(CountedUnit.DIFFERENCE, Interval.days(1), ChargeAt.START, Grace.NONE),
                    saturday,
                    "2024-05-17T23:59",
                    returned,
                    Optional.empty())
                .units()
                .charged())
        .as(what)
        .isEqualTo(charged);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, false, 2024-05-17T23:58, 0, still inside",
    "NONE, false, 2024-05-17T23:59, 1, the last second is over",
    "IF_END_CLOSED, false, 2024-05-17T23:58, 0, it ends on an open day",
    "IF_END_CLOSED, false, 2024-05-17T23:59, 1, it ends on an open day",
    "IF_END_CLOSED, true, 2024-05-20T23:00, 0, the closed days that follow belong to it",
    "IF_END_CLOSED, true, 2024-05-21T10:00, 2, and then they do not",
  })
  void evergreensGraceOfADay(
      Grace.Extension extension, boolean trailing, String returned, int charged, String what) {
    Grace grace = new Grace(1, Interval.Unit.DAY, Grace.GraceMode.CLIFF, extension, trailing);
    assertThat(
            assess(
                    policy(CountedUnit.BILLS, Interval.days(1), ChargeAt.START, grace),
                    WEEKEND,
                    "2024-05-16T23:59",
                    returned,
                    Optional.empty())
                .units()
                .charged())
        .as(what)
        .isEqualTo(charged);
  }

  @ParameterizedTest
  @CsvSource({
    "IF_END_CLOSED, 2024-05-21T23:00, 0",
    "IF_END_CLOSED, 2024-05-21T23:59, 2",
    "OPEN_DAYS_ONLY, 2024-05-21T23:59, 0",
    "OPEN_DAYS_ONLY, 2024-05-22T23:59, 3",
  })
  void evergreensGraceOfThreeDaysThatMeetsTheWeekend(
      Grace.Extension extension, String returned, int charged) {
    Grace grace = new Grace(3, Interval.Unit.DAY, Grace.GraceMode.CLIFF, extension, false);
    assertThat(
            assess(
                    policy(CountedUnit.BILLS, Interval.days(1), ChargeAt.START, grace),
                    WEEKEND,
                    "2024-05-16T23:59",
                    returned,
                    Optional.empty())
                .units()
                .charged())
        .isEqualTo(charged);
  }

  @ParameterizedTest
  @CsvSource({
    "FOLIO drops odd seconds, MINUTES, 2024-05-16T15:00:40, 1",
    "elsewhere they begin an hour, DATES, 2024-05-16T15:00:40, 2",
  })
  void oddSeconds(String what, CountedUnit line, String returned, int charged) {
    assertThat(
            assess(
                    policy(line, new Interval(1, Interval.Unit.HOUR), ChargeAt.START, Grace.NONE),
                    Usual.alwaysOpen("c"),
                    "2024-05-16T14:00:00",
                    returned,
                    Optional.empty())
                .units()
                .charged())
        .as(what)
        .isEqualTo(charged);
  }

  @Test
  void aGaleDayCountsWhereTheRulesSaySo() {
    OpeningCalendar gale =
        new OpeningCalendar(
            "c",
            Set.of(),
            Map.of(LocalDate.of(2024, 11, 14), ClosedReason.GALE),
            Set.of(),
            Map.of(),
            Map.of());
    CountingRule free = CountingRule.dates(OnRenewal.KEPT);
    CountingRule counts = CountingRule.dates(OnRenewal.KEPT).withGaleFree(false);
    assertThat(charged(free, gale)).isEqualTo(2);
    assertThat(charged(counts, gale)).isEqualTo(3);
  }

  private static long charged(CountingRule rule, OpeningCalendar calendar) {
    return assess(
            FinePolicy.of("p", hkd(150), Maximum.NONE, 1, rule),
            calendar,
            "2024-11-12",
            "2024-11-15",
            Optional.empty())
        .units()
        .charged();
  }

  @Test
  void aDropEmptiedLaterInTheDayIsDatedToTheScanAndABackdateNeverLaterThanIt() {
    ZonedDateTime early = at("2024-05-21T08:45");
    ZonedDateTime later = at("2024-05-21T14:00");
    LocalTime opening = LocalTime.of(9, 0);
    assertThat(
            EffectiveReturn.of(
                    EffectiveReturn.EffectiveReturnRule.SCHEDULED_RUN,
                    Optional.empty(),
                    early,
                    WEEKEND,
                    opening)
                .effective())
        .isEqualTo(at("2024-05-17T23:59"));
    assertThat(
            EffectiveReturn.of(
                    EffectiveReturn.EffectiveReturnRule.SCHEDULED_RUN,
                    Optional.empty(),
                    later,
                    WEEKEND,
                    opening)
                .effective())
        .isEqualTo(later);
    EffectiveReturn future =
        EffectiveReturn.of(
            EffectiveReturn.EffectiveReturnRule.BACKDATED,
            Optional.of(later),
            early,
            WEEKEND,
            opening);
    assertThat(future.effective()).isEqualTo(early);
    EffectiveReturn dated =
        EffectiveReturn.backdated(LocalDate.of(2024, 5, 20), at("2024-05-16T14:00"), later);
    assertThat(dated.effective()).isEqualTo(at("2024-05-20T14:00"));
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThatThrownBy(() -> new Interval(0, Interval.Unit.DAY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OpenHours(LocalTime.of(20, 0), LocalTime.of(9, 0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                OverdueLoan.of(
                    at("2024-05-16T14:00"),
                    List.of(),
                    ZonedDateTime.parse("2024-05-17T14:00Z[UTC]"),
                    new OverdueLoan.LoanScope("main", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FinePolicy policy(
      CountedUnit line, Interval interval, ChargeAt chargeAt, Grace grace) {
    return FinePolicy.of(
        "p",
        hkd(150),
        Maximum.NONE,
        1,
        CountingRule.dates(OnRenewal.KEPT)
            .with(c -> c.line(line).interval(interval).chargeAt(chargeAt).grace(grace)));
  }

  private static Assessment assess(
      FinePolicy policy,
      OpeningCalendar calendar,
      String due,
      String returned,
      Optional<Money> price) {
    return new FineCounter(calendar, List.of(), List.of())
        .assess(
            policy,
            OverdueLoan.of(
                    moment(due, "T23:59"),
                    List.of(),
                    moment(returned, "T00:00"),
                    new OverdueLoan.LoanScope("main", ""))
                .items(1, price));
  }

  private static ZonedDateTime moment(String text, String clock) {
    return at(text.contains("T") ? text : text + clock).withZoneSameInstant(ZONE);
  }

  private static Money hkd(long minor) {
    return Money.of(minor, "HKD");
  }
}
