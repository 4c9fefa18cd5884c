package org.libstation.fines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.OnRenewal;

/// A loan whose due date a recall moved may cost more.
class RecallTest {
  private static final LocalDate DUE = LocalDate.of(2024, 5, 16);
  private static final Money RATE = Money.of(150, "HKD");
  private static final FineCounter COUNTER =
      new FineCounter(Usual.alwaysOpen("c"), List.of(), List.of());

  private static FinePolicy policy(Optional<Recall> recall) {
    return new FinePolicy(
        "p",
        RATE,
        new Maximum(Optional.of(Money.of(600, "HKD")), OptionalInt.empty(), true, true),
        1,
        CountingRule.dates(OnRenewal.KEPT).withGrace(Grace.days(3, Grace.GraceMode.CLIFF)),
        recall,
        List.of(),
        0,
        Optional.empty());
  }

  private static Optional<Recall> recall(long rate, Optional<Money> maximum, boolean grace) {
    return Optional.of(new Recall(Money.of(rate, "HKD"), Interval.days(1), maximum, grace));
  }

  private static OverdueLoan loan(int days) {
    return OverdueLoan.ofDays(
        DUE,
        DUE.plusDays(days),
        ZoneId.of("Asia/Hong_Kong"),
        new OverdueLoan.LoanScope("main", "adult"),
        false);
  }

  @Test
  void it_has_a_rate_and_a_maximum_of_its_own_and_no_grace() {
    FinePolicy rules = policy(recall(500, Optional.of(Money.of(2000, "HKD")), false));

    assertThat(COUNTER.assess(rules, loan(2)).amount().isZero()).as("grace").isTrue();
    assertThat(COUNTER.assess(rules, loan(2).recalled(true)).amount().minor()).isEqualTo(1000);
    assertThat(COUNTER.assess(rules, loan(9)).amount().minor()).isEqualTo(600);
    Assessment most = COUNTER.assess(rules, loan(9).recalled(true));
    assertThat(most.amount().minor()).isEqualTo(2000);
    assertThat(most.rate().minor()).isEqualTo(500);
  }

  @Test
  void its_grace_may_be_that_of_other_loans_and_its_maximum_none() {
    FinePolicy rules = policy(recall(500, Optional.empty(), true));

    assertThat(COUNTER.assess(rules, loan(2).recalled(true)).amount().isZero()).isTrue();
    assertThat(COUNTER.assess(rules, loan(9).recalled(true)).amount().minor()).isEqualTo(4500);
  }

  @Test
  void the_items_price_still_limits_it() {
    FinePolicy rules = policy(recall(500, Optional.empty(), false));
    OverdueLoan plain = loan(9);
    OverdueLoan priced =
        OverdueLoan.of(plain.due(), List.of(), plain.returned(), plain.lent())
            .items(1, Optional.of(Money.of(1200, "HKD")))
            .recalled(true);

    assertThat(COUNTER.assess(rules, priced).amount().minor()).isEqualTo(1200);
  }

  @Test
  void where_the_library_has_no_such_rule_a_recall_changes_nothing() {
    FinePolicy rules = policy(Optional.empty());

    assertThat(COUNTER.assess(rules, loan(9).recalled(true)))
        .isEqualTo(COUNTER.assess(rules, loan(9)));
  }

  @ParameterizedTest
  @CsvSource({"1", "4", "9"})
  void each_day_is_told_by_the_rule_that_charged_it(int days) {
    FinePolicy rules = policy(recall(500, Optional.empty(), false));

    Explained explained = COUNTER.explain(rules, loan(days).recalled(true));

    assertThat(explained.units().stream().filter(JudgedUnit::isCounted)).hasSize(days);
    assertThat(explained.assessment()).isEqualTo(COUNTER.assess(rules, loan(days).recalled(true)));
  }

  @Test
  void a_rate_below_nothing_is_refused() {
    assertThatThrownBy(() -> recall(-1, Optional.empty(), false))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
