package org.libstation.station;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.DueDate;
import org.libstation.circulation.EventTime;
import org.libstation.circulation.ItemId;
import org.libstation.circulation.Money;
import org.libstation.circulation.Refusal;
import org.libstation.circulation.ReturnOutcome;
import org.libstation.circulation.ReturnOutcome.LentTo;
import org.libstation.circulation.WasOnLoan;
import org.libstation.fines.ClosedReason;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.FineExplained;
import org.libstation.fines.FineExplained.ByDays;
import org.libstation.fines.FineExplained.Day;
import org.libstation.fines.FineExplained.LibrarysOwn;
import org.libstation.fines.StageFee;
import org.libstation.policy.PolicyBundle;
import org.libstation.policy.PolicyReader;
import org.libstation.policy.PolicyReading;

/// The example site's rules, with a weekly closing day, a gale and a suspension.
class PolicyFineExplainerTest {
  private static final String GALE =
      """
            - announcedAt: 2026-11-21T06:00+08:00
              days: [2026-11-21]
              closed: gale
      """;
  private static final ItemId BOOK = new ItemId("39999000023455");
  private static final LocalDate DUE = LocalDate.of(2026, 11, 16);

  private PolicyFineExplainer explainer = explainer("none");

  @BeforeEach
  void the_week_is_a_monday_to_the_next_tuesday() {
    assertThat(DUE.getDayOfWeek().getValue()).isEqualTo(1);
  }

  @Test
  void a_charge_that_we_count_too_is_explained_day_by_day() {
    FineExplainer.ExplainedReturn told =
        explainer.explain(settled(DUE, "9.00"), at("2026-11-24T18:44+08:00"));
    assertThat(told.finding()).isEmpty();
    ByDays fine = days(told);
    assertThat(fine.estimate()).isFalse();
    assertThat(fine.sum()).isEqualTo(Money.of(900, "HKD"));
    assertThat(fine.rate()).isEqualTo(Money.of(150, "HKD"));
    assertThat(fine.daysCharged()).isEqualTo(6);
    assertThat(fine.basis().calendarVersion()).isEqualTo("example-2026-12");
    assertThat(fine.basis().policyVersion()).isEqualTo("hkpl-example-2026-1");
    assertThat(fine.days())
        .extracting(Day::verdict)
        .containsExactly(
            new DayVerdict.NotYetDue(),
            new DayVerdict.Counted(),
            new DayVerdict.Counted(),
            new DayVerdict.PlaceClosed(ClosedReason.WEEKLY),
            new DayVerdict.Counted(),
            new DayVerdict.PlaceClosed(ClosedReason.GALE),
            new DayVerdict.Counted(),
            new DayVerdict.Counted(),
            new DayVerdict.Counted());
    assertThat(fine.days().getFirst().date()).isEqualTo(DUE);
    assertThat(fine.days().getLast().date()).isEqualTo(LocalDate.of(2026, 11, 24));
  }

  /// 22 November is a Sunday, 23 a Monday; 19 is the closing day of the week.
  @ParameterizedTest
  @CsvSource({
    "event-time, 2026-11-22T18:44+08:00, 2026-11-22",
    "scan-time, 2026-11-22T18:44+08:00, 2026-11-22",
    "backdated, 2026-11-22T18:44+08:00, 2026-11-22",
    "last-open-day, 2026-11-23T08:10+08:00, 2026-11-22",
    "one-open-day-back, 2026-11-20T18:44+08:00, 2026-11-18",
    "scheduled-run, 2026-11-23T08:10+08:00, 2026-11-22",
    "scheduled-run, 2026-11-23T09:40+08:00, 2026-11-23"
  })
  void a_return_counts_from_when_its_place_says(String rule, String handedOver, LocalDate counted) {
    explainer =
        new PolicyFineExplainer(
            policy(
                "none",
                rules ->
                    rules.replaceFirst(
                        "    calendar: libraries\n",
                        "    calendar: libraries\n    returns: " + rule + "\n")));
    ByDays fine = days(explainer.explain(recorded(Optional.of(DUE)), at(handedOver)));
    assertThat(fine.days().getLast().date()).isEqualTo(counted);
  }

  @Test
  void the_childrens_rate_is_found_by_the_charge_it_makes() {
    ByDays fine = days(explainer.explain(settled(DUE, "3.00"), at("2026-11-24T18:44+08:00")));
    assertThat(fine.rate()).isEqualTo(Money.of(50, "HKD"));
    assertThat(fine.daysCharged()).isEqualTo(6);
    assertThat(fine.estimate()).isFalse();
  }

  @Test
  void a_charge_after_a_recall_is_found_by_the_rate_for_recalls() {
    explainer = explainer("none, truncate: true}\n        recall: {rate: 5.00");
    ByDays fine = days(explainer.explain(settled(DUE, "30.00"), at("2026-11-24T18:44+08:00")));
    assertThat(fine.rate()).isEqualTo(Money.of(500, "HKD"));
    assertThat(fine.daysCharged()).isEqualTo(6);
    assertThat(days(explainer.explain(settled(DUE, "9.00"), at("2026-11-24T18:44+08:00"))).rate())
        .isEqualTo(Money.of(150, "HKD"));
  }

  /// The gale and the closing day of the week do not count: six days.
  @Test
  void days_without_borrowing_are_an_estimate_with_a_reason_for_each_day() {
    explainer =
        new PolicyFineExplainer(
            policy(
                "none",
                rules ->
                    rules.replace(
                        "        rate: 1.50\n",
                        "        suspension: {days: 2, maximum: 30 days}\n")));
    ByDays fine = days(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-24T18:44+08:00")));
    assertThat(fine.isInDays()).isTrue();
    assertThat(fine.suspends().orElseThrow().days()).isEqualTo(12);
    assertThat(fine.suspends().orElseThrow().from()).isEqualTo(LocalDate.of(2026, 11, 24));
    assertThat(fine.suspends().orElseThrow().to()).isEqualTo(LocalDate.of(2026, 12, 6));
    assertThat(fine.days())
        .extracting(Day::verdict)
        .contains(
            new DayVerdict.PlaceClosed(ClosedReason.WEEKLY),
            new DayVerdict.PlaceClosed(ClosedReason.GALE));
    // A library that suspends names a charge of nothing, or none: both say the same.
    assertThat(
            days(explainer.explain(settled(DUE, "0.00"), at("2026-11-24T18:44+08:00"))).suspends())
        .isEqualTo(fine.suspends());
  }

  /// Six days are 9.00.
  @Test
  void what_a_visit_costs_at_most_is_told_as_at_most_and_explains_the_librarys_own_sum() {
    explainer =
        new PolicyFineExplainer(
            policy(
                "none",
                rules ->
                    rules.replace("owedAtMost: none", "owedAtMost: none\n    visitAtMost: 6.00")));
    ByDays guess =
        days(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-24T18:44+08:00")));
    assertThat(guess.sum()).isEqualTo(Money.of(600, "HKD"));
    assertThat(guess.isAtMost()).isTrue();
    assertThat(guess.capped()).isTrue();

    FineExplainer.ExplainedReturn told =
        explainer.explain(settled(DUE, "6.00"), at("2026-11-24T18:44+08:00"));
    assertThat(told.finding()).isEmpty();
    assertThat(days(told).sum()).isEqualTo(Money.of(600, "HKD"));
    assertThat(days(told).estimate()).isFalse();
    assertThat(explainer.explain(settled(DUE, "7.50"), at("2026-11-24T18:44+08:00")).finding())
        .isPresent();
  }

  @Test
  void a_reminder_is_told_with_its_day_at_most_as_others_may_share_its_letter() {
    explainer =
        explainer(
            "none, truncate: true}\n        stages: [{after: 7 days, fee: 2.00, per: letter,"
                + " postage: 0.85}]\n        grace: {length: none");
    ByDays guess =
        days(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-24T18:44+08:00")));
    assertThat(guess.sum()).isEqualTo(Money.of(1185, "HKD"));
    assertThat(guess.isAtMost()).isTrue();
    assertThat(guess.stages()).extracting(StageFee::day).containsExactly(DUE.plusDays(7));
    ByDays alone = days(explainer.explain(settled(DUE, "9.00"), at("2026-11-24T18:44+08:00")));
    assertThat(alone.estimate()).isFalse();
    assertThat(alone.stages()).isEmpty();
    ByDays whole = days(explainer.explain(settled(DUE, "11.85"), at("2026-11-24T18:44+08:00")));
    assertThat(whole.stages()).hasSize(1);
    assertThat(whole.isAtMost()).isFalse();
  }

  @Test
  void before_the_first_reminder_nothing_is_said_where_only_reminders_cost() {
    explainer =
        new PolicyFineExplainer(
            policy(
                "none",
                rules ->
                    rules.replaceFirst(
                        "rate: 1.50", "rate: 0.00\n        stages: [{after: 7 days, fee: 2.00}]")));
    assertThat(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-22T18:44+08:00")))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
    ByDays fine = days(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-23T18:44+08:00")));
    assertThat(fine.sum()).isEqualTo(Money.of(200, "HKD"));
    assertThat(fine.daysCharged()).isZero();
    assertThat(fine.capped()).isFalse();
  }

  @Test
  void of_an_item_that_counted_as_lost_no_sum_is_told_as_nobody_here_knows_its_price() {
    explainer =
        new PolicyFineExplainer(
            policy(
                "none",
                rules ->
                    rules.replaceFirst(
                        "withFine: true",
                        "withFine: true, after: 5 days, back: {within: 3 days, charge: whole}")));
    ByDays back = days(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-24T18:44+08:00")));
    assertThat(back.sum())
        .as("17, 18, 20 November; 21 is a gale day")
        .isEqualTo(Money.of(450, "HKD"));
    assertThat(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-25T18:44+08:00")))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
  }

  @Test
  void a_charge_that_no_class_makes_stays_the_librarys_own_and_staff_are_told() {
    FineExplainer.ExplainedReturn told =
        explainer.explain(settled(DUE, "12.00"), at("2026-11-24T18:44+08:00"));
    assertThat(told.fine()).contains(new LibrarysOwn(Money.of(1200, "HKD")));
    assertThat(String.join(" ", told.finding().orElseThrow().values()))
        .contains("12.00", "9.00", "example-2026-12")
        .doesNotContain(BOOK.value());
  }

  @Test
  void a_charge_for_a_loan_that_is_not_overdue_here_is_a_finding() {
    FineExplainer.ExplainedReturn told =
        explainer.explain(settled(DUE, "1.50"), at("2026-11-16T23:59+08:00"));
    assertThat(told.fine()).contains(new LibrarysOwn(Money.of(150, "HKD")));
    assertThat(told.finding()).isPresent();
  }

  @Test
  void no_charge_where_we_count_one_is_a_finding_and_shows_the_patron_no_sum() {
    FineExplainer.ExplainedReturn told =
        explainer.explain(settled(DUE, "0.00"), at("2026-11-24T18:44+08:00"));
    assertThat(told.fine()).isEmpty();
    assertThat(told.finding()).isPresent();
  }

  @Test
  void days_that_were_all_closed_cost_nothing_and_say_why() {
    LocalDate wednesday = LocalDate.of(2026, 11, 18);
    ByDays fine = days(explainer.explain(settled(wednesday, "0.00"), at("2026-11-19T10:00+08:00")));
    assertThat(fine.sum().isZero()).isTrue();
    assertThat(fine.days())
        .extracting(Day::verdict)
        .containsExactly(
            new DayVerdict.NotYetDue(), new DayVerdict.PlaceClosed(ClosedReason.WEEKLY));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-16T23:59+08:00, on the due day",
    "2026-11-10T09:00+08:00, before it",
    "2026-11-16T15:59Z, on the due day of the library although the clock tells another zone",
  })
  void nothing_overdue_says_nothing(String moment, String when) {
    assertThat(explainer.explain(settled(DUE, "0.00"), at(moment)))
        .as(when)
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
    assertThat(explainer.explain(recorded(Optional.of(DUE)), at(moment)))
        .as(when)
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
  }

  @Test
  void a_new_day_begins_at_midnight_of_the_lending_place() {
    assertThat(
            days(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-16T16:00Z")))
                .daysCharged())
        .isEqualTo(1);
  }

  @Test
  void without_the_library_a_known_due_date_gives_an_estimate() {
    ByDays fine = days(explainer.explain(recorded(Optional.of(DUE)), at("2026-11-24T18:44+08:00")));
    assertThat(fine.estimate()).isTrue();
    assertThat(fine.sum()).isEqualTo(Money.of(900, "HKD"));
  }

  @Test
  void without_a_due_date_there_is_no_sum() {
    assertThat(explainer.explain(recorded(Optional.empty()), at("2026-11-24T18:44+08:00")))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
  }

  @Test
  void a_central_system_that_names_no_charge_is_not_compared() {
    FineExplainer.ExplainedReturn told =
        explainer.explain(
            settled(Optional.of(DueDate.of(DUE.atTime(23, 59))), Optional.empty(), true),
            at("2026-11-24T18:44+08:00"));
    assertThat(days(told).estimate()).isTrue();
    assertThat(told.finding()).isEmpty();
    assertThat(
            explainer.explain(
                settled(Optional.of(DueDate.of(DUE.atTime(23, 59))), Optional.empty(), false),
                at("2026-11-24T18:44+08:00")))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
  }

  @Test
  void a_charge_without_a_due_date_we_can_read_is_the_librarys_own_and_no_finding() {
    FineExplainer.ExplainedReturn told =
        explainer.explain(
            settled(
                Optional.of(new DueDate("next week", Optional.empty())),
                Optional.of(Money.of(450, "HKD")),
                true),
            at("2026-11-24T18:44+08:00"));
    assertThat(told)
        .isEqualTo(
            new FineExplainer.ExplainedReturn(
                Optional.of(new LibrarysOwn(Money.of(450, "HKD"))), Optional.empty()));
  }

  @Test
  void a_clock_that_was_unset_estimates_nothing_and_accuses_nobody() {
    EventTime doubtful =
        new EventTime(
            OffsetDateTime.parse("2026-11-24T18:44+08:00"),
            "boot",
            Duration.ZERO,
            Optional.empty(),
            true);
    assertThat(explainer.explain(recorded(Optional.of(DUE)), doubtful))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
    FineExplainer.ExplainedReturn told = explainer.explain(settled(DUE, "12.00"), doubtful);
    assertThat(told.fine()).contains(new LibrarysOwn(Money.of(1200, "HKD")));
    assertThat(told.finding()).isEmpty();
  }

  @Test
  void days_past_the_maximum_are_told_apart() {
    explainer = explainer("4.00");
    ByDays fine = days(explainer.explain(settled(DUE, "4.00"), at("2026-11-24T18:44+08:00")));
    assertThat(fine.daysCharged()).isEqualTo(3);
    assertThat(fine.capped()).isTrue();
    assertThat(fine.days())
        .extracting(Day::verdict)
        .containsExactly(
            new DayVerdict.NotYetDue(),
            new DayVerdict.Counted(),
            new DayVerdict.Counted(),
            new DayVerdict.PlaceClosed(ClosedReason.WEEKLY),
            new DayVerdict.Counted(),
            new DayVerdict.PlaceClosed(ClosedReason.GALE),
            new DayVerdict.OverMaximum(),
            new DayVerdict.OverMaximum(),
            new DayVerdict.OverMaximum());
  }

  @Test
  void a_suspended_day_names_its_notice() {
    LocalDate due = LocalDate.of(2021, 3, 3);
    ByDays fine = days(explainer.explain(settled(due, "1.50"), at("2021-03-05T10:00+08:00")));
    assertThat(fine.days())
        .containsExactly(
            new Day(due, new DayVerdict.NotYetDue()),
            new Day(due.plusDays(1), new DayVerdict.PlaceClosed(ClosedReason.WEEKLY)),
            new Day(due.plusDays(2), new DayVerdict.Counted()));
    fine =
        days(
            explainer.explain(
                settled(LocalDate.of(2021, 3, 2), "1.50"), at("2021-03-05T10:00+08:00")));
    assertThat(fine.days().get(1))
        .isEqualTo(
            new Day(LocalDate.of(2021, 3, 3), new DayVerdict.Suspended("resumption-2021-03-05")));
  }

  @Test
  void a_reader_nobody_knows_is_told_at_most_and_a_known_one_the_sum() {
    explainer = new PolicyFineExplainer(byReader());
    ByDays nobody = days(explain(LentTo.NOT_KNOWN));
    assertThat(nobody.sum()).isEqualTo(Money.of(900, "HKD"));
    assertThat(nobody.isAtMost()).isTrue();
    assertThat(nobody.estimate()).isTrue();

    ByDays child = days(explain(lentTo("children")));
    assertThat(child.sum()).isEqualTo(Money.of(300, "HKD"));
    assertThat(child.isAtMost()).isFalse();

    ByDays ordinary = days(explain(lentTo("")));
    assertThat(ordinary.sum()).isEqualTo(Money.of(900, "HKD"));
    assertThat(ordinary.isAtMost()).isFalse();
  }

  @Test
  void to_whom_nothing_is_charged_nothing_is_said() {
    explainer = new PolicyFineExplainer(byReader());
    assertThat(explain(lentTo("staff"))).isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
    assertThat(explainer.explain(settled(DUE, "0.00"), at("2026-11-24T18:44+08:00")))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
    FineExplainer.ExplainedReturn charged =
        explainer.explain(settled(DUE, "3.00"), at("2026-11-24T18:44+08:00"));
    assertThat(days(charged).rate()).isEqualTo(Money.of(50, "HKD"));
    assertThat(days(charged).isAtMost()).isFalse();
  }

  private FineExplainer.ExplainedReturn explain(LentTo lentTo) {
    return explainer.explain(
        new ReturnOutcome.Recorded(
            7, BOOK, Optional.empty(), Optional.of(DueDate.of(DUE.atTime(23, 59))), lentTo),
        at("2026-11-24T18:44+08:00"));
  }

  private static LentTo lentTo(String patronClass) {
    return new LentTo(Optional.of(patronClass), Optional.empty());
  }

  @Test
  void what_went_to_staff_shows_no_fine() {
    assertThat(
            explainer.explain(
                new ReturnOutcome.ReturnLeftToStaff(
                    7, BOOK, Optional.empty(), Refusal.of(Refusal.RefusalReason.OTHER)),
                at("2026-11-24T18:44+08:00")))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
  }

  @Test
  void where_nobody_told_whether_it_was_on_loan_nothing_is_said_of_a_fine() {
    ReturnOutcome.ReturnBooked known =
        (ReturnOutcome.ReturnBooked)
            settled(Optional.of(DueDate.of(DUE.atTime(23, 59))), Optional.empty(), true);
    assertThat(explainer.explain(known, at("2026-11-24T18:44+08:00")).fine()).isPresent();
    ReturnOutcome open =
        new ReturnOutcome.ReturnBooked(
            known.entry(),
            known.item(),
            known.title(),
            known.sorting(),
            known.loan().withWasOnLoan(WasOnLoan.NOT_KNOWN));
    assertThat(explainer.explain(open, at("2026-11-24T18:44+08:00")))
        .isEqualTo(FineExplainer.ExplainedReturn.NOTHING);
  }

  private static ByDays days(FineExplainer.ExplainedReturn told) {
    FineExplained fine = told.fine().orElseThrow();
    assertThat(fine).isInstanceOf(ByDays.class);
    return (ByDays) fine;
  }

  private static EventTime at(String moment) {
    return new EventTime(
        OffsetDateTime.parse(moment), "boot", Duration.ZERO, Optional.empty(), false);
  }

  private static ReturnOutcome settled(LocalDate due, String charge) {
    return settled(
        Optional.of(DueDate.of(due.atTime(23, 59))),
        Optional.of(Money.parse(charge, Money.of(0, "HKD").currency())),
        true);
  }

  private static ReturnOutcome settled(
      Optional<DueDate> due, Optional<Money> charge, boolean wasOnLoan) {
    return new ReturnOutcome.ReturnBooked(
        7,
        BOOK,
        "Harbours",
        ReturnOutcome.Sorting.USUAL,
        new ReturnOutcome.EndedLoan(WasOnLoan.of(wasOnLoan), due, charge, LentTo.NOT_KNOWN));
  }

  private static ReturnOutcome recorded(Optional<LocalDate> due) {
    return new ReturnOutcome.Recorded(
        7,
        BOOK,
        Optional.empty(),
        due.map(day -> DueDate.of(day.atTime(23, 59))),
        ReturnOutcome.LentTo.NOT_KNOWN);
  }

  private static PolicyFineExplainer explainer(String maximum) {
    return new PolicyFineExplainer(policy(maximum));
  }

  private static PolicyBundle byReader() {
    return policy(
        "none",
        rules ->
            rules
                .replaceFirst(
                    "        galeDays: free\n",
                    """
                            galeDays: free
                            readers:
                              - {patrons: [staff], rate: none}
                              - {patrons: [children], rate: 0.50}
                    """)
                .replaceFirst(
                    "(?m)^patrons:\n",
                    "patrons:\n  staff: {loans: none, holds: none, overdueDays: none,"
                        + " blockAbove: none, owedAtMost: none, central: [S]}\n"
                        + "  children: {loans: none, holds: none, overdueDays: none,"
                        + " blockAbove: none, owedAtMost: none, central: [J]}\n"));
  }

  private static PolicyBundle policy(String maximum) {
    return policy(maximum, UnaryOperator.identity());
  }

  private static PolicyBundle policy(String maximum, UnaryOperator<String> change) {
    try {
      String rules =
          Files.readString(Path.of("..", "config", "policy", "hkpl-example.yaml"))
              .replaceFirst("(?m)^    week: .*\n", "    week: {thursday: closed}\n")
              .replace("    changes:\n", "    changes:\n" + GALE)
              .replaceFirst("maximum: \\{amount: none}", "maximum: {amount: " + maximum + "}");
      PolicyReading reading = PolicyReader.parse("test", change.apply(rules));
      assertThat(reading).isInstanceOf(PolicyReading.PolicyRead.class);
      return ((PolicyReading.PolicyRead) reading).bundle();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
