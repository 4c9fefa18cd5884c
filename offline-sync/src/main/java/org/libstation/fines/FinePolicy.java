package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libstation.circulation.Money;
import org.libstation.fines.CountingRule.OnRenewal;

/// What an overdue loan costs in one lending class. The lending section decides the class, not the
/// patron's age.
///
/// @param version identifies this version of the rules in every assessment
/// @param rate for each charged interval and each item
/// @param roundTo amounts are rounded, half up, to multiples of this many minor units; 1 leaves
///   them unchanged. A limit is not rounded and still holds
/// @param recall other rules for a recalled loan; empty if a recall changes nothing
/// @param stages fees of reminders, added to the rate's charges
/// @param forgivenBelow sums below this many minor units are not charged; 0 charges all
/// @param suspension days without borrowing after a late return; empty if there are none
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

  /// @throws IllegalArgumentException if a number is out of range, or if there is a suspension and
  ///   the rules do not count whole days
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

  /// Whether these rules count whole days, also for a recalled loan.
  public static boolean countsDays(CountingRule counting, Optional<Recall> recall) {
    return counting.countsDays()
        && recall.map(Recall::interval).stream().allMatch(Interval::isDays);
  }

  /// A policy without reminders and suspensions. A recall changes nothing, and all sums are
  /// charged.
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

  /// A policy that never charges anything.
  public static FinePolicy none(Currency currency) {
    return of("", new Money(0, currency), Maximum.NONE, 1, CountingRule.dates(OnRenewal.KEPT));
  }

  /// Whether neither a fine nor a suspension can result.
  public boolean isFree() {
    return rate.isZero()
        && recall.map(Recall::rate).filter(other -> !other.isZero()).isEmpty()
        && stages.isEmpty()
        && suspension.isEmpty();
  }

  /// This policy with fees of reminders, and with small sums not charged.
  public FinePolicy with(List<Stage> reminders, long below) {
    return with(c -> c.stages(reminders).forgivenBelow(below));
  }

  /// This policy with a maximum for each item.
  FinePolicy within(Money most) {
    return withMaximum(maximum.with(c -> c.amount(Optional.of(most)).truncate(true)));
  }

  /// This policy for a loan whose letters are charged to other loans of the account.
  public FinePolicy withoutLetters() {
    return with(stages.stream().map(Stage::withoutLetter).toList(), forgivenBelow);
  }

  /// Whether a part of the cost may be charged to other loans of the account.
  public boolean hasLetters() {
    return stages.stream().anyMatch(stage -> !stage.withoutLetter().equals(stage));
  }

  /// The policy for this loan: other rules hold if it was recalled.
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

  /// Rounds half up to a multiple of [#roundTo].
  long rounded(long minor) {
    return rounded(minor, roundTo);
  }

  static long rounded(long minor, long roundTo) {
    return Math.floorDiv(Math.addExact(minor, roundTo / 2), roundTo) * roundTo;
  }
}
