package org.libstation.fines;

import io.soabase.recordbuilder.core.RecordBuilder;

/// How the time between a due date and a return becomes a number of charges; no money yet.
///
/// @param line what is counted
/// @param interval what one charge is for
/// @param chargeAt whether an interval that began is charged
/// @param closedCounts whether closed days cost as well
/// @param galeFree whether a day with any closure under a gale warning is a closed day
/// @param freeDays days taken off the count at check-in (Polaris: "free days")
/// @param onRenewal what becomes of the fine that had grown when an overdue loan is renewed
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
    /// The set of local dates after the due date up to the return, less closed and suspended ones.
    /// Intervals shorter than a day: time on the instant line, less closed and suspended dates.
    DATES,
    /// The difference of the dates less every closed day met on a walk from the due date, which is
    /// walked over too; hours with 24 taken off for each closed day (Koha, `Koha::Calendar`).
    DIFFERENCE,
    /// One bill for each interval begun, of elapsed seconds; one whose end lies on a closed day is
    /// left out (Evergreen, `OpenILS::Application::Circ::CircCommon`).
    BILLS,
    /// Whole minutes, of the clock or of opening hours (FOLIO, mod-circulation).
    MINUTES
  }

  /// When an interval is charged.
  public enum ChargeAt {
    /// As soon as it begins: part of an interval is a whole one.
    START,
    /// When it is over.
    END
  }

  /// What a renewal does to what had grown before it.
  public enum OnRenewal {
    KEPT,
    FORGIVEN
  }

  /// @throws IllegalArgumentException when there is less than no free day
  public CountingRule {
    if (freeDays < 0) {
      throw new IllegalArgumentException("free days are not negative");
    }
  }

  /// The set of days, one charge a day, closed and gale days free.
  public static CountingRule dates(OnRenewal onRenewal) {
    return new CountingRule(
        CountedUnit.DATES, Interval.days(1), ChargeAt.START, Grace.NONE, false, true, 0, onRenewal);
  }

  /// Whether whole days are counted, one by one.
  public boolean countsDays() {
    return (line == CountedUnit.DATES || line == CountedUnit.DIFFERENCE) && interval.isDays();
  }

  CountingRule with(Interval other, Grace otherGrace) {
    return with(c -> c.interval(other).grace(otherGrace));
  }

  /// So many units in whole intervals.
  long intervals(long units, long unitsPerInterval) {
    return switch (chargeAt) {
      case START -> Math.ceilDiv(units, unitsPerInterval);
      case END -> Math.floorDiv(units, unitsPerInterval);
    };
  }
}
