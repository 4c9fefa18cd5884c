package org.libstation.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Days on which people borrow, return and pay, while the terminal, its line, the library and the
/// power fail at random; then all is well and the terminal's bank, the library and the journal are
/// compared, payment by payment. A failure prints its seed; `-Dsimulation.seed=N` runs that one
/// alone.
class PaymentSimulationTest {
  private static final int SEEDS = 8;
  private static final int MORE = Integer.getInteger("simulation.more", 8);
  private static final int FIRST = Integer.getInteger("simulation.first", 10_001);
  private static final int STEPS = 30;
  private static final int SEEDS_TO_CATCH = 200;

  private static final DayHarness<Bug, Day> DAYS =
      new DayHarness<>((seed, bug) -> new Day(seed, bug).withATerminal(seed, bug), Bug.NONE, STEPS);

  @Test
  void nobody_is_charged_twice_and_no_charge_is_lost_on_any_random_day() {
    Integer only = Integer.getInteger("simulation.seed");
    if (only != null) {
      Set<String> _ = holdsOn(only, only);
      return;
    }
    assertThat(holdsOn(1, SEEDS))
        .as("what happened on these days")
        .contains("Paid", "PaidToBeBooked", "NotKnown", "DECLINED", "CANCELLED")
        .contains("TERMINAL_NOT_READY", "EARLIER_PAYMENT_OPEN", "SUM_NOT_CERTAIN")
        .contains("TERMINAL_IN_DOUBT", "PAYMENT_IN_DOUBT", "PAYMENT_REFUSED");
  }

  @Test
  @Tag("full")
  void nobody_is_charged_twice_and_no_charge_is_lost_on_many_more_days() {
    Set<String> _ = holdsOn(FIRST, FIRST + MORE - 1);
  }

  /// @return how payments ended
  private static Set<String> holdsOn(int first, int last) {
    Set<String> ended = new TreeSet<>();
    DAYS.holds(first, last, day -> ended.addAll(day.payments()));
    return ended;
  }

  @ParameterizedTest
  @Tag("full")
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "MONEY_.*")
  void a_planted_bug_is_caught(Bug bug) {
    DAYS.catches(bug, bug.firstSeed(), SEEDS_TO_CATCH);
  }
}
