package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.fines.DayVerdict;
import org.libstation.fines.Explained;
import org.libstation.fines.Reader;

/// What a visit or an account costs at most makes an estimate smaller, after everything else.
/// Counted by hand: due 1 May 2024, 0.50 a day, no closed day.
class LimitedEstimateTest {
  private static final Instant NOW = Instant.parse("2024-05-20T04:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2024, 5, 1);

  private static final String TEXT =
      """
      format: libstation-policy/1
      version: v1
      site: here
      zone: Europe/Berlin
      currency: EUR
      lendingPlace: a
      estimateClass: book
      offline: {mode: all, itemsPerCard: 5, mediaTypes: all, unknownCards: true, loanClass: book}
      places:
        a: {kind: library, name: {en: A, zh-Hans: A, zh-Hant-HK: A}, calendar: c}
      calendars:
        c: {version: c1}
      classes:
        book:
          - profile: hkpl
            loan: {renewals: 5}
            fine: {rate: 0.50, maximum: {amount: MAXIMUM}}
      patrons:
        adult: {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: 25.00, visitAtMost: 20.00}
        child: {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: 4.00}
        THIRD
      windows:
        spring:
          announcedAt: 2024-04-01T12:00+02:00
          from: 2024-07-01
          to: 2024-07-05
          effects: {percentOfFine: 50}
      """;

  private static final String STAFF =
      "staff: {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none}";

  private static PlaceRules rules(String maximum, String third) {
    return switch (PolicyReader.parse(
        "x.yaml", TEXT.replace("MAXIMUM", maximum).replace("THIRD", third))) {
      case PolicyReading.PolicyRead(var bundle) -> bundle.at(NOW);
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static PlaceRules.Guess back(
      PlaceRules rules, Optional<String> patronClass, LocalDate day) {
    return rules.estimate(new Reader(patronClass, "a", Optional.of("")), DUE, day);
  }

  private static String sum(PlaceRules.Guess guess) {
    return guess.explained().assessment().amount().decimal();
  }

  private static long over(Explained explained) {
    return explained.units().stream()
        .filter(unit -> unit.verdict() instanceof DayVerdict.OverMaximum)
        .count();
  }

  /// 5, 8, 9, 40, 41 and 60 days are 2.50, 4.00, 4.50, 20.00, 20.50 and 30.00.
  @ParameterizedTest
  @CsvSource({
    "adult, 2024-05-06, 2.50, 0",
    "adult, 2024-06-10, 20.00, 0",
    "adult, 2024-06-11, 20.00, 1",
    "adult, 2024-06-30, 20.00, 20",
    "child, 2024-05-09, 4.00, 0",
    "child, 2024-05-10, 4.00, 1",
    "staff, 2024-06-30, 30.00, 0",
    "none, 2024-06-30, 30.00, 0",
  })
  void the_lower_of_visit_and_account_holds_for_whom_it_is(
      String who, LocalDate day, String sum, long over) {
    PlaceRules.Guess guess = back(rules("none", STAFF), Optional.of(who), day);

    assertThat(sum(guess)).isEqualTo(sum);
    assertThat(over(guess.explained())).isEqualTo(over);
    assertThat(guess.atMost()).isEqualTo(who.equals("adult") || who.equals("child"));
  }

  @Test
  void of_whom_nothing_is_known_the_highest_limit_holds_and_none_where_one_class_has_none() {
    LocalDate day = LocalDate.of(2024, 6, 30);
    assertThat(sum(back(rules("none", ""), Optional.empty(), day))).isEqualTo("20.00");
    assertThat(sum(back(rules("none", STAFF), Optional.empty(), day))).isEqualTo("30.00");
  }

  /// The item's own maximum first, then the account's.
  @Test
  void the_lowest_of_all_holds() {
    LocalDate day = LocalDate.of(2024, 6, 30);
    assertThat(sum(back(rules("15.00", ""), Optional.of("adult"), day))).isEqualTo("15.00");
    assertThat(sum(back(rules("15.00", ""), Optional.of("child"), day))).isEqualTo("4.00");
  }

  /// 62 days are 31.00, half of it 15.50: under an adult's 20.00, over a child's 4.00.
  @Test
  void the_limit_comes_after_an_amnesty() {
    LocalDate day = LocalDate.of(2024, 7, 2);
    assertThat(sum(back(rules("none", ""), Optional.of("adult"), day))).isEqualTo("15.50");
    assertThat(sum(back(rules("none", ""), Optional.of("child"), day))).isEqualTo("4.00");
  }
}
