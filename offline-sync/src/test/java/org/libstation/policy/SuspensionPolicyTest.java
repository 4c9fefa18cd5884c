package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.fines.Assessment;
import org.libstation.fines.Reader;
import org.libstation.fines.SuspensionDays;

/// Suspensions of borrowing as a policy writes them down.
class SuspensionPolicyTest {
  private static final Instant NOW = Instant.parse("2024-05-20T04:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2024, 5, 2);

  private static final String TEXT =
      """
      format: libstation-policy/1
      version: v1
      site: here
      zone: Europe/Madrid
      currency: EUR
      lendingPlace: a
      estimateClass: adult
      offline: {mode: all, itemsPerCard: 5, mediaTypes: all, unknownCards: true, loanClass: adult}
      places:
        a: {kind: library, name: {en: A, zh-Hans: A, zh-Hant-HK: A}, calendar: c}
      calendars:
        c: {version: c1, week: {sunday: closed}}
      classes:
        adult:
          - profile: hkpl
            loan: {renewals: 5}
            fine:
              suspension: {days: 2, maximum: 30 days}
              readers:
                - {patrons: [staff], rate: none}
                - {patrons: [children], suspension: {days: 1}}
                - {patrons: [seniors], suspension: none}
      patrons:
        staff: {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none, central: S}
        children: {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none, central: C}
        seniors: {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none, central: P}
      """;

  private static PlaceRules rules(String text) {
    return switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) -> bundle.at(NOW);
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static PlaceRules.Guess back(Optional<String> patronClass) {
    return rules(TEXT)
        .estimate(new Reader(patronClass, "a", Optional.of("")), DUE, DUE.plusDays(5));
  }

  private static Assessment assessment(Optional<String> patronClass) {
    return back(patronClass).explained().assessment();
  }

  @Test
  void a_suspension_without_a_rate_stands_in_the_place_of_money() {
    Assessment found = assessment(Optional.of(""));
    assertThat(found.amount().isZero()).isTrue();
    // Due on Thursday, back on Tuesday: closed on Sunday.
    assertThat(found.suspension().orElseThrow().days()).isEqualTo(8);
    assertThat(found.suspension().orElseThrow().to()).isEqualTo(LocalDate.of(2024, 5, 15));
  }

  @ParameterizedTest
  @CsvSource({"staff, ''", "seniors, ''", "children, 4"})
  void rules_by_reader_change_it_or_leave_it_out(String patrons, String days) {
    assertThat(
            assessment(Optional.of(patrons))
                .suspension()
                .map(SuspensionDays::days)
                .map(String::valueOf)
                .orElse(""))
        .isEqualTo(days);
  }

  @Test
  void of_a_reader_who_is_not_known_the_longest_that_may_hold_is_told_as_at_most() {
    assertThat(assessment(Optional.empty()).suspension().orElseThrow().days()).isEqualTo(8);
    assertThat(back(Optional.empty()).atMost()).isTrue();
    assertThat(back(Optional.of("")).atMost()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {days: 2, maximum: 30 days}   | {maximum: 30 days}                  | 18 | suspension.days: expected a number of days from 1 to 999, it is missing
          {days: 2, maximum: 30 days}   | {days: 0}                           | 18 | suspension.days: expected a number of days from 1 to 999, found "0"
          {days: 2, maximum: 30 days}   | {days: 2, every: 3 hours}           | 18 | suspension.every: expected days like 60 days, found "3 hours"
          {days: 2, maximum: 30 days}   | {days: 2, maximum: 3 weeks}         | 18 | suspension.maximum: expected days like 60 days, or none, found "3 weeks"
          {days: 2, maximum: 30 days}   | {days: 2, partPeriod: some}         | 18 | suspension.partPeriod: expected pro-rata, free or charged, found "some"
          {days: 2, maximum: 30 days}   | {days: 2, runs: never}              | 18 | suspension.runs: expected calendar or open-days, found "never"
          {days: 2, maximum: 30 days}   | {days: 2, cumulative: maybe}        | 18 | suspension.cumulative: expected true or false, found "maybe"
          {days: 2, maximum: 30 days}   | {days: 2, day: 3}                   | 18 | suspension.day: it is not known here
          suspension: {days: 2, maximum | interval: 2 hours, suspension: {days: 2, maximum | 18 | suspension: expected counts dates or difference
          """)
  void what_gives_no_suspension_is_a_fault_with_its_line(
      String from, String to, int line, String words) {
    String text =
        from.startsWith("suspension")
            ? TEXT.replace(
                "suspension: {days: 2, maximum: 30 days}",
                "interval: 2 hours\n        suspension: {days: 2, maximum: 30 days}")
            : TEXT.replace(from, to);
    assertThat(text).isNotEqualTo(TEXT);
    switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead _ -> throw new AssertionError("it was read");
      case PolicyReading.Faulty faulty ->
          assertThat(faulty.text())
              .contains("x.yaml:" + (from.startsWith("suspension") ? line + 1 : line))
              .contains(words);
    }
  }

  @Test
  void the_rules_are_told_to_librarians() {
    PolicyBundle bundle =
        switch (PolicyReader.parse("x.yaml", TEXT)) {
          case PolicyReading.PolicyRead(var good) -> good;
          case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
        };
    assertThat(PolicyWords.of(bundle, NOW, "a"))
        .anyMatch(
            line ->
                line.contains("nothing by the day")
                    && line.contains(
                        "; borrowing suspended 2 days for each day that counts, at most 30 days, on"
                            + " days of the calendar, beside others"));
  }
}
