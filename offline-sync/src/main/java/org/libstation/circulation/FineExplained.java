package org.libstation.circulation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a late return costs, and what the station can say about why.
public sealed interface FineExplained {

  Money sum();

  /// Counted here, day by day.
  ///
  /// @param rate for one day that counts
  /// @param daysCharged how many days make the sum
  /// @param days from the due date to the day of the return, in order
  /// @param calendarVersion which state of the calendar it was counted by
  /// @param policyVersion which state of the rules it was counted by
  /// @param estimate false only where the library named the same sum for this loan
  /// @param rulesOld the station's copy of the rules is older than the site allows: newer ones may
  ///   say otherwise
  record ByDays(
      Money sum,
      Money rate,
      int daysCharged,
      List<Day> days,
      String calendarVersion,
      String policyVersion,
      boolean estimate,
      boolean rulesOld)
      implements FineExplained {
    public ByDays {
      days = List.copyOf(days);
    }

    /// Counted by rules that are up to date.
    public ByDays(
        Money sum,
        Money rate,
        int daysCharged,
        List<Day> days,
        String calendarVersion,
        String policyVersion,
        boolean estimate) {
      this(sum, rate, daysCharged, days, calendarVersion, policyVersion, estimate, false);
    }

    /// The same by rules that may be out of date; what the library itself named stays certain.
    public ByDays byOldRules() {
      return new ByDays(
          sum, rate, daysCharged, days, calendarVersion, policyVersion, estimate, estimate);
    }

    /// Whether a maximum made it smaller.
    public boolean capped() {
      return days.stream().anyMatch(day -> day.why() == Why.OVER_MAXIMUM)
          || sum.minor() < Math.multiplyExact(rate.minor(), daysCharged);
    }
  }

  /// The library's own figure: what is counted here does not explain it.
  record LibrarysOwn(Money sum) implements FineExplained {}

  /// @param notice the notice that suspended fines on this day
  record Day(LocalDate date, Why why, Optional<String> notice) {}

  /// Why a day costs something, or nothing.
  enum Why {
    /// The due date itself: it never counts.
    DUE,
    COUNTED,
    CLOSED_HOLIDAY,
    CLOSED_WEEKLY,
    /// A gale warning closed the place, be it for a part of the day.
    CLOSED_GALE,
    CLOSED_MAINTENANCE,
    CLOSED_EMERGENCY,
    /// Fines were suspended by a notice.
    SUSPENDED,
    /// Inside the grace.
    GRACE,
    /// Let off: by a renewal, an amnesty, a free day at check-in.
    LET_OFF,
    /// The maximum for an item was reached before.
    OVER_MAXIMUM
  }
}
