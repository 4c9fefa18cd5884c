package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.FineTold.Comparison;
import org.libstation.circulation.Money;

/// What a late return costs, and how the station can explain it.
public sealed interface FineExplained {

  Money sum();

  /// Whether the library still has to confirm the sum.
  default boolean isEstimate() {
    return this instanceof ByDays days && days.estimate();
  }

  /// The days without borrowing; empty if there are none.
  default Optional<SuspensionDays> suspends() {
    return this instanceof ByDays days
        ? days.suspension().filter(one -> !one.isNone())
        : Optional.empty();
  }

  /// Whether the sum is an estimate that may turn out lower.
  default boolean isAtMost() {
    return this instanceof ByDays days && days.basis().atMost();
  }

  /// A fine counted here, day by day.
  ///
  /// @param rate for one day that counts
  /// @param daysCharged number of days in the sum
  /// @param days from the due date to the day of the return, in order
  /// @param basis what it was counted by, and how certain it is
  /// @param stages reminder stages that cost something, in order
  /// @param percent percentage that is charged: less than 100 in an amnesty
  /// @param suspension suspension of borrowing, even one of zero days; empty if the rules have none
  @RecordBuilder
  record ByDays(
      Money sum,
      Money rate,
      int daysCharged,
      List<Day> days,
      Basis basis,
      List<StageFee> stages,
      int percent,
      Optional<SuspensionDays> suspension)
      implements FineExplained, FineExplainedByDaysBuilder.With {
    public ByDays {
      days = List.copyOf(days);
      stages = List.copyOf(stages);
    }

    /// A fine by rules without suspensions of borrowing.
    public ByDays(
        Money sum,
        Money rate,
        int daysCharged,
        List<Day> days,
        Basis basis,
        List<StageFee> stages,
        int percent) {
      this(sum, rate, daysCharged, days, basis, stages, percent, Optional.empty());
    }

    /// Whether days without borrowing replace money.
    public boolean isInDays() {
      return suspension.isPresent() && rate.isZero() && sum.isZero() && stages.isEmpty();
    }

    public boolean estimate() {
      return basis.estimate();
    }

    /// The same fine by rules that may be out of date. A sum that the library itself named stays
    /// certain.
    public ByDays byOldRules() {
      Basis old = basis.with(c -> c.estimate(estimate()).rulesOld(estimate()));
      return withBasis(old);
    }

    /// Whether a maximum reduced it.
    public boolean capped() {
      long whole =
          Math.multiplyExact(rate.minor(), daysCharged)
              + stages.stream().mapToLong(stage -> stage.whole().minor()).sum();
      return !isReduced()
          && (days.stream().anyMatch(day -> day.verdict() instanceof DayVerdict.OverMaximum)
              || sum.minor() < whole);
    }

    /// Whether an amnesty reduced it.
    public boolean isReduced() {
      return percent < Amnesty.NONE;
    }
  }

  /// What a fine was counted by, and how certain it is.
  ///
  /// @param calendarVersion version of the calendar
  /// @param policyVersion version of the rules
  /// @param estimate false only if the library named the same sum for this loan
  /// @param rulesOld whether the station's copy of the rules is older than the site allows, so that
  ///   newer rules may differ
  /// @param atMost whether facts that decide the sum (patron, item) are missing here, so that it
  ///   may be lower
  @RecordBuilder
  record Basis(
      String calendarVersion,
      String policyVersion,
      boolean estimate,
      boolean rulesOld,
      boolean atMost)
      implements FineExplainedBasisBuilder.With {}

  /// The library's own figure, which the count here does not explain.
  record LibrarysOwn(Money sum) implements FineExplained {}

  /// One day of a late return.
  ///
  /// @param verdict whether it costs something, and why not
  record Day(LocalDate date, DayVerdict verdict) {}

  /// What the journal records about the fine that the patron was told.
  default FineTold told() {
    return switch (this) {
      case LibrarysOwn(Money sum) ->
          new FineTold(Optional.empty(), sum, Comparison.DIFFERED, "", "");
      case ByDays days ->
          new FineTold(
              days.days().stream().findFirst().map(Day::date),
              days.sum(),
              days.estimate() ? Comparison.NOT_COMPARABLE : Comparison.AGREED,
              days.basis().calendarVersion(),
              days.basis().policyVersion());
    };
  }
}
