package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;

/// How the time between a due date and a return becomes a number of charges, without money.
///
/// @param line what is counted
/// @param interval the time that is charged once
/// @param chargeAt whether an interval that has begun is charged
/// @param closedCounts whether closed days cost as well
/// @param galeFree whether a day with any closure under a gale warning counts as closed
/// @param freeDays days subtracted at check-in (Polaris: "free days")
/// @param onRenewal what happens to the fine so far when an overdue loan is renewed
@RecordBuilder
public record CountingRule(
    CountedUnit line,
    Interval interval,
    ChargeAt chargeAt,
    Grace grace,
    boolean closedCounts,
    boolean galeFree,
    int freeDays,
    OnRenewal onRenewal)
    implements CountingRuleBuilder.With {

  /// What is counted between the due date and the return.
  public enum CountedUnit {
    /// The local dates after the due date up to the return, without closed and suspended ones. For
    /// intervals shorter than a day: exact elapsed time, without closed and suspended dates.
    DATES,
    /// The difference of the dates, less every closed day from the due date on, that date included.
    /// For hours, 24 are subtracted for each closed day (Koha, `Koha::Calendar`).
    DIFFERENCE,
    /// One bill for each interval of elapsed seconds that has begun, except those that end on a
    /// closed day (Evergreen, `OpenILS::Application::Circ::CircCommon`).
    BILLS,
    /// Whole minutes, of the clock or of opening hours (FOLIO, mod-circulation).
    MINUTES
  }

  /// When an interval is charged.
  public enum ChargeAt {
    /// As soon as it begins: a part of an interval counts as a whole one.
    START,
    /// When it is over.
    END
  }

  /// What a renewal does to the fine so far.
  public enum OnRenewal {
    KEPT,
    FORGIVEN
  }

  /// @throws IllegalArgumentException if the number of free days is negative
  public CountingRule {
    if (freeDays < 0) {
      throw new IllegalArgumentException("free days are not negative");
    }
  }

  /// Counts the set of days, one charge a day; closed and gale days are free.
  public static CountingRule dates(OnRenewal onRenewal) {
    return new CountingRule(
        CountedUnit.DATES, Interval.days(1), ChargeAt.START, Grace.NONE, false, true, 0, onRenewal);
  }

  /// Whether whole days are counted one by one.
  public boolean countsDays() {
    return (line == CountedUnit.DATES || line == CountedUnit.DIFFERENCE) && interval.isDays();
  }

  CountingRule with(Interval other, Grace otherGrace) {
    return with(c -> c.interval(other).grace(otherGrace));
  }

  /// Number of charged intervals in a number of units.
  long intervals(long units, long unitsPerInterval) {
    return switch (chargeAt) {
      case START -> Math.ceilDiv(units, unitsPerInterval);
      case END -> Math.floorDiv(units, unitsPerInterval);
    };
  }
}
