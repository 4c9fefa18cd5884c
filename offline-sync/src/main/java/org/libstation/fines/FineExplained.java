package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.libstation.circulation.FineTold;
import org.libstation.circulation.FineTold.Comparison;
import org.libstation.circulation.Money;

/// What a late return costs, and what the station can say about why.
public sealed interface FineExplained {

  Money sum();

  /// Whether the library confirms the sum later.
  default boolean isEstimate() {
    return this instanceof ByDays days && days.estimate();
  }

  /// The days without borrowing; empty where there are none.
  default Optional<SuspensionDays> suspends() {
    return this instanceof ByDays days
        ? days.suspension().filter(one -> !one.isNone())
        : Optional.empty();
  }

  /// Whether it is an estimate, and may be less.
  default boolean isAtMost() {
    return this instanceof ByDays days && days.basis().atMost();
  }

  /// Counted here, day by day.
  ///
  /// @param rate for one day that counts
  /// @param daysCharged how many days make the sum
  /// @param days from the due date to the day of the return, in order
  /// @param basis what it was counted by, and how sure it is
  /// @param stages of reminders that cost something, in order
  /// @param percent what of it is charged: less than 100 in an amnesty
  /// @param suspension of borrowing, also where it has no day; empty where the rules know none
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

    /// By rules without suspensions of borrowing.
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

    /// Whether days without borrowing stand in the place of money.
    public boolean isInDays() {
      return suspension.isPresent() && rate.isZero() && sum.isZero() && stages.isEmpty();
    }

    public boolean estimate() {
      return basis.estimate();
    }

    /// The same by rules that may be out of date; what the library itself named stays certain.
    public ByDays byOldRules() {
      Basis old = basis.with(c -> c.estimate(estimate()).rulesOld(estimate()));
      return withBasis(old);
    }

    /// Whether a maximum made it smaller.
    public boolean capped() {
      long whole =
          Math.multiplyExact(rate.minor(), daysCharged)
              + stages.stream().mapToLong(stage -> stage.whole().minor()).sum();
      return !isReduced()
          && (days.stream().anyMatch(day -> day.verdict() instanceof DayVerdict.OverMaximum)
              || sum.minor() < whole);
    }

    /// Whether an amnesty made it smaller.
    public boolean isReduced() {
      return percent < Amnesty.NONE;
    }
  }

  /// @param calendarVersion which state of the calendar
  /// @param policyVersion which state of the rules
  /// @param estimate false only where the library named the same sum for this loan
  /// @param rulesOld the station's copy of the rules is older than the site allows: newer ones may
  ///   say otherwise
  /// @param atMost what decides it is not all known here (who the reader is, what the item is): it
  ///   may be less
  @RecordBuilder
  record Basis(
      String calendarVersion,
      String policyVersion,
      boolean estimate,
      boolean rulesOld,
      boolean atMost)
      implements FineExplainedBasisBuilder.With {}

  /// The library's own figure: what is counted here does not explain it.
  record LibrarysOwn(Money sum) implements FineExplained {}

  /// @param verdict whether it costs something, and why not
  record Day(LocalDate date, DayVerdict verdict) {}

  /// What of it is kept as told.
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
