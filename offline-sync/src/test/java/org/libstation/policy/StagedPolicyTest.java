package org.libstation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.fines.Reader;
import org.libstation.fines.StageFee;

/// Reminders, losses, amnesties and limits as a policy writes them down.
class StagedPolicyTest {
  private static final Instant NOW = Instant.parse("2024-05-20T04:00:00Z");
  private static final LocalDate DUE = LocalDate.of(2024, 5, 2);

  private static final String TEXT =
      """
      format: libstation-policy/1
      version: v1
      site: here
      zone: Europe/Berlin
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
              rate: 0.00
              forgivenBelow: 0.50
              stages:
                - {after: 7 days, fee: 2.00}
                - {after: 2 weeks, fee: 3.00, per: letter, postage: 0.85}
                - {after: 4 weeks, fee: 10.00, mode: replacing, blocks: true, times: 2}
            lost: {after: 90 days, back: {within: 30 days, charge: whole}}
      patrons:
        adult: {loans: none, holds: none, overdueDays: none, blockAbove: none, owedAtMost: none, visitAtMost: 20.00}
      windows:
        spring:
          announcedAt: 2024-04-01T12:00+02:00
          from: 2024-06-20
          to: 2024-06-25
          effects: {percentOfFine: 50}
      """;

  private static PlaceRules rules(String text) {
    return switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) -> bundle.at(NOW);
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  private static PlaceRules.Guess back(LocalDate day) {
    PlaceRules rules = rules(TEXT);
    return rules.estimate(new Reader(Optional.of(""), "a", Optional.of("")), DUE, day);
  }

  private static Money sum(LocalDate day) {
    return back(day).explained().assessment().amount();
  }

  @ParameterizedTest
  @CsvSource({
    "2024-05-08, 0.00, false",
    "2024-05-09, 2.00, false",
    "2024-05-16, 5.85, true",
    "2024-05-30, 10.85, true",
    "2024-06-13, 10.85, true",
    "2024-06-21, 5.43, true",
  })
  void a_letter_that_others_may_share_makes_it_at_most(LocalDate day, String sum, boolean atMost) {
    assertThat(sum(day).decimal()).isEqualTo(sum);
    assertThat(back(day).atMost()).isEqualTo(atMost);
  }

  /// With `per: loan` the fee is for each item and the postage for the letter.
  @Test
  void postage_without_a_letter_is_shared_by_an_account_and_worth_a_look() {
    String text =
        TEXT.replace("{after: 7 days, fee: 2.00}", "{after: 7 days, fee: 2.00, postage: 0.85}");
    PolicyBundle bundle =
        switch (PolicyReader.parse("x.yaml", text)) {
          case PolicyReading.PolicyRead(var good) -> good;
          case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
        };
    PlaceRules.Guess guess =
        bundle
            .at(NOW)
            .estimate(
                new Reader(Optional.of(""), "a", Optional.of("")), DUE, LocalDate.of(2024, 5, 9));
    assertThat(guess.explained().assessment().amount().decimal()).isEqualTo("2.85");
    assertThat(guess.explained().assessment().letters().decimal()).isEqualTo("0.85");
    assertThat(guess.atMost()).isTrue();
    assertThat(PolicyWords.worthALook(bundle))
        .anyMatch(line -> line.startsWith("classes.adult[1]: postage with per: loan:"));
  }

  @Test
  void each_stage_has_its_day_and_a_replaced_one_keeps_its_postage() {
    assertThat(back(LocalDate.of(2024, 5, 30)).explained().stages())
        .extracting(StageFee::day, stage -> stage.whole().decimal())
        .containsExactly(
            tuple(LocalDate.of(2024, 5, 9), "0.00"),
            tuple(LocalDate.of(2024, 5, 16), "0.85"),
            tuple(LocalDate.of(2024, 5, 30), "10.00"));
  }

  @Test
  void what_a_letter_costs_may_be_on_another_loan_of_the_account() {
    PlaceRules rules = rules(TEXT);
    assertThat(
            rules
                .candidates()
                .map(one -> rules.estimate(one, DUE, LocalDate.of(2024, 5, 16)))
                .map(one -> one.assessment().amount().decimal()))
        .containsExactly("5.85", "2.00");
  }

  @Test
  void an_item_that_counts_as_lost_owes_its_price_until_it_is_taken_back() {
    PlaceRules rules = rules(TEXT);
    LocalDate lost = DUE.plusDays(90);
    assertThat(rules.owesPrice(DUE, lost)).isFalse();
    assertThat(rules.owesPrice(DUE, lost.plusDays(30))).isFalse();
    assertThat(rules.owesPrice(DUE, lost.plusDays(31))).isTrue();
  }

  @Test
  void it_is_told_in_words() {
    assertThat(String.join("\n", PolicyWords.of(bundle(), NOW, "a")))
        .contains("5 renewals; nothing by the day, counted by dates")
        .contains("stage 1 after 7 days: EUR 2.00 a loan")
        .contains("stage 2 after 2 weeks: EUR 3.00 a letter, postage EUR 0.85")
        .contains("stage 4 after 6 weeks: EUR 10.00 a loan, instead of those before, borrowing")
        .contains("less than EUR 0.50 let off")
        .contains(
            "lost after 90 days: the price and 20 %, and the fine, back within 30 days: whole")
        .contains("a visit EUR 20.00")
        .contains("a return costs 50 % of its fine");
  }

  @Test
  void what_makes_a_fine_smaller_or_a_loss_dearer_is_told() {
    String text =
        TEXT.replace(
                "rate: 0.00",
                String.join(
                    "\n        ",
                    "rate: 0.20",
                    "grace: {length: 3 days, mode: deduct}",
                    "roundTo: 0.05",
                    "onRenewal: forgiven",
                    "maximum: {amount: 10.00, percentOfPrice: 50}"))
            .replace(
                "lost: {after: 90 days, back: {within: 30 days, charge: whole}}",
                "lost: {percentOnTop: 10, processing: 3.00, withFine: true}");
    assertThat(String.join("\n", PolicyWords.of(bundle(text), NOW, "a")))
        .contains("3 days of grace (taken off)")
        .contains("at most EUR 10.00, at most 50 % of the price")
        .contains("in multiples of EUR 0.05")
        .contains("forgiven by a renewal")
        .contains("reported lost: the price and 10 %, handling EUR 3.00, and the fine");
  }

  @ParameterizedTest
  @CsvSource({
    "14 days, 4 weeks, 4 weeks, 6 weeks, 8 weeks",
    "10 days, 4 weeks, 4 weeks, 46 days, 64 days",
    "2 weeks, 28 days, 28 days, 42 days, 56 days",
    "2 weeks, 4 weeks, 4 weeks, 6 weeks, 8 weeks",
  })
  void a_stage_that_comes_again_comes_after_as_long_as_after_the_one_before(
      String before, String after, String first, String second, String third) {
    String text =
        TEXT.replace("- {after: 7 days, fee: 2.00}\n", "- {after: " + before + ", fee: 2.00}\n")
            .replaceAll(" +- \\{after: 2 weeks, fee: 3.00, per[^\n]+\n", "")
            .replace("after: 4 weeks, fee", "after: " + after + ", fee")
            .replace("times: 2", "times: 3");
    List<String> days = List.of(first, second, third);
    String words = String.join("\n", PolicyWords.of(bundle(text), NOW, "a"));
    for (int i = 0; i < days.size(); i++) {
      assertThat(words).contains("stage %d after %s:".formatted(i + 2, days.get(i)));
    }
  }

  private static PolicyBundle bundle() {
    return bundle(TEXT);
  }

  private static PolicyBundle bundle(String text) {
    return switch (PolicyReader.parse("x.yaml", text)) {
      case PolicyReading.PolicyRead(var bundle) -> bundle;
      case PolicyReading.Faulty faulty -> throw new AssertionError(faulty.text());
    };
  }

  @ParameterizedTest
  @CsvSource({
    "'after: 7 days, fee: 2.00', 'after: 7 hours, fee: 2.00', expected days or weeks like 7 days",
    "'after: 7 days, fee: 2.00', 'after: 14 days, fee: 2.00', it matches nothing: a stage comes"
        + " later than the one before it",
    "'per: letter', 'per: person', expected loan or letter",
    "'times: 2', 'times: 0', expected a number from 1 to 60",
    "'times: 2', 'times: 59', expected 1 to 60 stages",
    "'after: 90 days', 'after: 90 hours', expected days like 60 days",
    "'charge: whole', 'charge: half', 'expected whole, less-processing or fine-instead'",
    "'percentOfFine: 50', 'percentOfFine: 101', expected a number from 0 to 100",
  })
  void what_cannot_be_is_told(String from, String to, String words) {
    String bad = TEXT.replace(from, to);
    assertThat(bad).isNotEqualTo(TEXT);
    assertThat(PolicyReader.parse("x.yaml", bad))
        .isInstanceOfSatisfying(
            PolicyReading.Faulty.class, faulty -> assertThat(faulty.text()).contains(words));
  }
}
