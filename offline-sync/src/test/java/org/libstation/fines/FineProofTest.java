package org.libstation.fines;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.libstation.fines.CountingRule.CountedUnit;
import org.libstation.fines.NaiveFines.Found;
import org.libstation.fines.RandomCases.Case;
import org.libstation.testkit.Sample;

/// The counter against the naive one, which walks over every day, minute and bill, and what it
/// explains against what it counts. A failure names its seed and its case.
class FineProofTest {
  private static final int QUICK = 1_500;
  private static final int FULL = Sample.of(200_000);

  @Test
  void countsAsTheNaiveCounterDoes() {
    compare(QUICK);
  }

  @Test
  @Tag("full")
  void countsAsTheNaiveCounterDoesInVeryManyCases() {
    compare(FULL);
  }

  private static void compare(int cases) {
    long overdue = 0;
    for (int seed = 0; seed < cases; seed++) {
      Case one = new RandomCases(seed).next();
      Found naive = NaiveFines.count(one.calendar(), one.windows(), one.policy(), one.loan());
      Assessment found = one.assess();
      OptionalLong closed = found.units().closed();
      Found ours =
          new Found(
              found.units().elapsed(),
              closed.isPresent() ? closed.getAsLong() : -1,
              found.units().suspended(),
              found.units().charged(),
              found.amount().minor());
      if (!ours.equals(naive)) {
        throw new AssertionError(
            "seed " + seed + ": counted " + ours + ", walked " + naive + "\n" + one);
      }
      overdue += naive.charged() > 0 ? 1 : 0;
    }
    assertThat(overdue).as("cases that cost something").isGreaterThan(cases / 3);
  }

  @Test
  @Tag("full")
  void explainsWhatItCounts() {
    explain(QUICK);
  }

  @Test
  @Tag("full")
  void explainsWhatItCountsInVeryManyCases() {
    explain(FULL);
  }

  private static void explain(int cases) {
    for (int seed = 0; seed < cases; seed++) {
      Case one = new RandomCases(seed).next();
      Explained explained = one.explain();
      Assessment found = one.assess();
      assertThat(explained.assessment()).isEqualTo(found);
      String about = "seed " + seed;
      assertThat(charges(explained, one)).as(about).isEqualTo(charged(one));
      boolean whole =
          one.rules().counting().line() == CountedUnit.BILLS
              || (one.rules().counting().line() == CountedUnit.DATES
                  && one.rules().counting().interval().isDays());
      if (whole) {
        int items = one.loan().items();
        assertThat(items * count(explained, DayVerdict.PlaceClosed.class::isInstance))
            .as(about)
            .isEqualTo(found.units().closed().orElseThrow());
        assertThat(items * count(explained, DayVerdict.Suspended.class::isInstance))
            .as(about)
            .isEqualTo(found.units().suspended());
      }
      // what is left of an interval that is not over may lie beyond the last one charged
      boolean parts = one.policy().counting().chargeAt() == CountingRule.ChargeAt.END;
      if (!found.capped() && !parts && found.rate().minor() > 0) {
        assertThat(count(explained, DayVerdict.OverMaximum.class::isInstance)).as(about).isZero();
      }
    }
  }

  private static long count(Explained explained, Predicate<DayVerdict> which) {
    return explained.units().stream().map(JudgedUnit::verdict).filter(which).count();
  }

  /// What the naive counter charges without any limit.
  private static long charged(Case one) {
    FinePolicy policy = one.rules();
    FinePolicy unlimited =
        FinePolicy.of(policy.version(), policy.rate(), Maximum.NONE, 1, policy.counting());
    return NaiveFines.count(one.calendar(), one.windows(), unlimited, one.loan()).charged()
        / one.loan().items();
  }

  /// The charges that the units tell, leg by leg: each leg begins with its due date.
  private static long charges(Explained explained, Case one) {
    CountingRule rule = one.rules().counting();
    boolean time =
        rule.line() == CountedUnit.MINUTES
            || (rule.line() == CountedUnit.DATES && !rule.interval().isDays());
    long perCharge =
        switch (rule.line()) {
          case BILLS -> 1;
          case DATES, MINUTES, DIFFERENCE ->
              time
                  ? rule.interval().seconds()
                  : rule.interval().isDays()
                      ? rule.interval().seconds() / 86_400
                      : rule.interval().every();
        };
    long charges = 0;
    long open = 0;
    boolean odd = rule.line() == CountedUnit.MINUTES;
    for (JudgedUnit unit : explained.units()) {
      if (unit.verdict() instanceof DayVerdict.NotYetDue) {
        charges += rule.intervals(odd ? open - open % 60 : open, perCharge);
        open = 0;
      } else if (unit.isCounted() || unit.verdict() instanceof DayVerdict.OverMaximum) {
        open += unit.amount();
      }
    }
    return charges + rule.intervals(odd ? open - open % 60 : open, perCharge);
  }

  @Test
  void aCounterThatIsAskedTwiceAnswersTheSame() {
    for (int seed = 0; seed < 200; seed++) {
      Case one = new RandomCases(seed).next();
      FineCounter counter = new FineCounter(one.calendar(), one.windows(), List.of());
      Case other = new RandomCases(seed + 1).next();
      Assessment first = counter.assess(one.policy(), one.loan());
      assertThat(counter.assess(other.policy(), other.loan())).isNotNull();
      assertThat(counter.assess(one.policy(), one.loan())).isEqualTo(first);
      assertThat(List.of(first.policyVersion(), first.calendarVersion())).containsExactly("p", "c");
      assertThat(Optional.of(first.estimate())).contains(one.loan().estimate());
    }
  }
}
