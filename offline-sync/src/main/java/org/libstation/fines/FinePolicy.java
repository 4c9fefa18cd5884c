package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.OnRenewal;

/// What being overdue costs in one lending class. The lending section decides the class, not the
/// reader's age.
///
/// @param version names this state of the rules in every assessment made with it
/// @param rate for each interval charged and each item
/// @param roundTo amounts are rounded, half up, to multiples of this many minor units; 1 leaves
///   them as they are. A limit is not rounded and still holds
/// @param recall what holds instead for a loan that was recalled; empty when nothing else does
/// @param stages fees of reminders, beside what the rate comes to
/// @param forgivenBelow what comes to less minor units is not charged; 0 charges all
/// @param suspension days without borrowing after a late return; empty when there are none
@RecordBuilder
public record FinePolicy(
    String version,
    Money rate,
    Maximum maximum,
    int roundTo,
    CountingRule counting,
    Optional<Recall> recall,
    List<Stage> stages,
    long forgivenBelow,
    Optional<BorrowingSuspension> suspension)
    implements FinePolicyBuilder.With {

  /// @throws IllegalArgumentException when the rate is negative, amounts are rounded to nothing, or
  ///   there is a suspension and what is counted are no whole days
  public FinePolicy {
    stages = List.copyOf(stages);
    if (rate.minor() < 0 || forgivenBelow < 0) {
      throw new IllegalArgumentException("a rate is not negative");
    }
    if (roundTo < 1) {
      throw new IllegalArgumentException("amounts are rounded to multiples of 1 or more");
    }
    if (suspension.isPresent() && !countsDays(counting, recall)) {
      throw new IllegalArgumentException("only whole days give a suspension");
    }
  }

  /// Whether these rules count whole days, also for a loan that was recalled.
  public static boolean countsDays(CountingRule counting, Optional<Recall> recall) {
    return counting.countsDays()
        && recall.map(Recall::interval).stream().allMatch(Interval::isDays);
  }

  /// Without reminders and suspensions, a recall changes nothing, and all is charged.
  public static FinePolicy of(
      String version, Money rate, Maximum maximum, int roundTo, CountingRule counting) {
    return new FinePolicy(
        version,
        rate,
        maximum,
        roundTo,
        counting,
        Optional.empty(),
        List.of(),
        0,
        Optional.empty());
  }

  /// Nothing is ever charged.
  public static FinePolicy none(Currency currency) {
    return of("", new Money(0, currency), Maximum.NONE, 1, CountingRule.dates(OnRenewal.KEPT));
  }

  /// Whether neither a fine nor a suspension can come of it.
  public boolean isFree() {
    return rate.isZero()
        && recall.map(Recall::rate).filter(other -> !other.isZero()).isEmpty()
        && stages.isEmpty()
        && suspension.isEmpty();
  }

  /// With fees of reminders, and small sums let off.
  public FinePolicy with(List<Stage> reminders, long below) {
    return with(c -> c.stages(reminders).forgivenBelow(below));
  }

  /// The same with no item costing more than this.
  FinePolicy within(Money most) {
    return withMaximum(maximum.with(c -> c.amount(Optional.of(most)).truncate(true)));
  }

  /// The same for a loan whose letters others of the account bear.
  public FinePolicy withoutLetters() {
    return with(stages.stream().map(Stage::withoutLetter).toList(), forgivenBelow);
  }

  /// Whether others of an account may bear part of it.
  public boolean hasLetters() {
    return stages.stream().anyMatch(stage -> !stage.withoutLetter().equals(stage));
  }

  /// What holds for this loan: other rules where it was recalled.
  public FinePolicy forLoan(OverdueLoan loan) {
    return loan.recalled() && recall.isPresent() ? recalled(recall.get()) : this;
  }

  private FinePolicy recalled(Recall by) {
    return with(
        copy ->
            copy.rate(by.rate())
                .maximum(
                    maximum.with(c -> c.amount(by.maximum()).percentOfPrice(OptionalInt.empty())))
                .counting(counting.with(by.interval(), by.grace() ? counting.grace() : Grace.NONE))
                .recall(Optional.empty()));
  }

  /// Half up to a multiple of [#roundTo].
  long rounded(long minor) {
    return rounded(minor, roundTo);
  }

  static long rounded(long minor, long roundTo) {
    return Math.floorDiv(Math.addExact(minor, roundTo / 2), roundTo) * roundTo;
  }
}
